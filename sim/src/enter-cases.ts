import { neededNumbers } from '@amtsstube/desktop/data/numbers/own-numbers';
import type { Case, Dossier } from '@amtsstube/shared/domain/case';
import { caseId, leaseId, trackingCode } from '@amtsstube/shared/domain/ids';
import { fileReferenceOf } from '@amtsstube/shared/domain/lease';
import { localDateOf } from '@amtsstube/shared/domain/time';
import { validDogAnswers } from '@amtsstube/shared/fixtures/builders';
import { testTown, testTownSettings } from '@amtsstube/shared/fixtures/test-town';
import { enterCase } from '@amtsstube/shared/operations/case/enter-case';
import type { LogRow, Read } from '@amtsstube/sync-server/store/store';
import type { Random } from './random.ts';
import { Red } from './red.ts';
import type { SimDesk } from './sim-desk.ts';
import { randomTrackingCode } from './world.ts';

type Workplace = Pick<SimDesk, 'clerk' | 'journal' | 'do' | 'enter' | 'leases' | 'now'>;

/**
 * A clerk enters a paper with the next number her desk holds, or the desk asks for more. Now and then it names a number
 * it has given already, as a PC does that was put back from an image.
 */
export async function enterOrReserve(random: Random, desk: Workplace): Promise<void> {
  const { journal } = desk;
  if (journal === undefined) return;
  const today = localDateOf(desk.now());
  if (random.chance(0.35)) {
    const { id: clerkId, role, departmentIds } = desk.clerk;
    const { deviceId, operations } = journal;
    const owner = {
      actor: { kind: 'clerk', clerkId, role, departmentIds } as const,
      deviceId,
      operations,
    };
    const newId = () => leaseId.parse(random.id());
    for (const needed of neededNumbers(await desk.leases(), testTownSettings, owner, today, newId))
      await desk.do('leaseNumbers', needed);
    return;
  }
  const entered = {
    caseId: caseId.parse(random.id()),
    trackingCode: trackingCode.parse(randomTrackingCode(random)),
    serviceId: testTown.serviceId,
    formVersionId: testTown.formVersionId,
    channel: random.pick(['paper', 'phone', 'email', 'counter'] as const) ?? 'paper',
    receivedOn: today,
    answers: validDogAnswers(),
    note: '',
  };
  const former = journal.operations.filter(({ kind }) => kind === enterCase.kind);
  const again = random.chance(0.1) ? random.pick(former) : undefined;
  if (again === undefined) await desk.enter(entered);
  else {
    const { leased } = enterCase.payload.parse(again.payload);
    await desk.do('enterCase', { ...entered, leased });
  }
}

/** (k) No two cases ever share a file reference, and what a desk gave stands, or the history says what it is instead. */
export async function checkReferences(read: Read, log: readonly LogRow[]): Promise<void> {
  const cases = new Map<string, Case>();
  const byReference = new Map<string, string>();
  for (const { document } of await read.allDocuments('cases', '', 1_000_000)) {
    if (document === null) continue;
    const { id, fileReference } = document as Case;
    cases.set(id, document as Case);
    if (fileReference === '') throw new Red(`(k) ${id} has no file reference`);
    const other = byReference.get(fileReference);
    if (other !== undefined) throw new Red(`(k) ${fileReference} was given to ${other} and to ${id}`);
    byReference.set(fileReference, id);
  }
  for (const { opId, kind, result } of log) {
    if (kind !== enterCase.kind || result.decided !== 'accepted') continue;
    const { data } = enterCase.payload.safeParse(await read.payload(opId));
    const there = data && cases.get(data.caseId);
    // erased since, or without a number
    if (!there || data.leased === null) continue;
    const told = fileReferenceOf('HST', data.leased.year, data.leased.number);
    const dossier = (await read.document({ collection: 'dossiers', id: there.id }))?.document as Dossier;
    const event = dossier.events.find((each) => each.kind === 'entered');
    const isSaid =
      event?.kind === 'entered' &&
      event.renumbered?.from === told &&
      event.renumbered.to === there.fileReference;
    if (there.fileReference !== told && !isSaid)
      throw new Red(`(k) ${there.id} was given ${told}, and became ${there.fileReference} unsaid`);
  }
}
