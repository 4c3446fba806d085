import { MemoryDisk } from '@amtsstube/desktop/host/memory-disk';
import { caseId, opId, trackingCode } from '@amtsstube/shared/domain/ids';
import { instant } from '@amtsstube/shared/domain/time';
import { validDogAnswers } from '@amtsstube/shared/fixtures/builders';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import type { ServerOperation } from '@amtsstube/shared/operations/operation';
import type { Receipt } from '@amtsstube/shared/replication/messages';
import { executeServerOperation } from '@amtsstube/sync-server/execute/execute';
import { DrainTown } from '../desk/drain-town.ts';

export const caseCount = 10;
export const goldenCase = (index: number) => caseId.parse(`golden-${index}`);

/** The applications the golden journal works on. */
export function goldenApplications(): readonly ServerOperation[] {
  return Array.from({ length: caseCount }, (_, index) => ({
    opId: opId.parse(`golden-application-${index}`),
    deviceId: null,
    kind: 'submitApplication',
    v: 1,
    payload: {
      caseId: goldenCase(index),
      trackingCode: trackingCode.parse(`${'ABCDEFGHJK'[index]?.repeat(5)}-BBBBB-CCCCC`),
      serviceId: testTown.serviceId,
      formVersionId: testTown.formVersionId,
      answers: validDogAnswers(),
    },
    at: instant.parse('2026-11-02T07:00:00.000Z'),
  }));
}

/** A town of the present program in which these have been decided. */
export async function goldenTown(before: readonly ServerOperation[]): Promise<DrainTown> {
  const town = await DrainTown.begin();
  const { server, store } = town.world;
  // without the simulation's pauses: nobody moves its clock here
  const context = { ...server.context, store };
  for (const operation of before) {
    const { result } = await executeServerOperation(context, town.municipality, operation, {
      kind: 'citizen',
    });
    if (result.decided !== 'accepted')
      throw new Error(`${operation.opId} was refused: ${JSON.stringify(result)}`);
  }
  return town;
}

/** Hands a journal over until nothing waits. @returns every receipt, by n */
export async function handOverAll(
  town: DrainTown,
  journal: Awaited<ReturnType<DrainTown['journalOn']>>,
): Promise<readonly Receipt[]> {
  const { drain } = town.desk(journal);
  while (journal.open.length > 0) {
    const left = journal.open.length;
    await drain.run();
    if (journal.open.length === left) throw new Error(`${left} operations are not handed over`);
  }
  return journal.operations.map(({ n }) => {
    const receipt = journal.receiptOf(n);
    if (receipt === undefined) throw new Error(`${n} has no receipt`);
    return receipt;
  });
}

/** Outcome or reason → how many. */
export function countsOf(receipts: readonly Receipt[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { result } of receipts) {
    const name =
      result.decided === 'refused'
        ? result.reason.code
        : result.decided === 'accepted'
          ? 'accepted'
          : result.decided;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(counts).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** A disk with this journal on it and nothing else. */
export async function diskWith(name: string, bytes: Uint8Array): Promise<MemoryDisk> {
  const disk = new MemoryDisk();
  const raw = disk.openJournal(name);
  await raw.writeAt(0, bytes);
  await raw.flush();
  return disk;
}
