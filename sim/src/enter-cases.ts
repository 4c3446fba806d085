import type { EnteredCase } from '@amtsstube/desktop/data/desk';
import { neededNumbers } from '@amtsstube/desktop/data/numbers/own-numbers';
import { caseId, leaseId, trackingCode } from '@amtsstube/shared/domain/ids';
import { type LocalDate, localDateOf } from '@amtsstube/shared/domain/time';
import { validDogAnswers } from '@amtsstube/shared/fixtures/builders';
import { testTown, testTownSettings } from '@amtsstube/shared/fixtures/test-town';
import { enterCase } from '@amtsstube/shared/operations/case/enter-case';
import type { Random } from './random.ts';
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
  const entered = aPaper(random, today);
  const former = journal.operations.filter(({ kind }) => kind === enterCase.kind);
  const again = random.chance(0.1) ? random.pick(former) : undefined;
  if (again === undefined) await desk.enter(entered);
  else {
    const { leased } = enterCase.payload.parse(again.payload);
    await desk.do('enterCase', { ...entered, leased });
  }
}

/** What a clerk enters: dog tax, by any way but the web. */
export function aPaper(random: Random, receivedOn: LocalDate): EnteredCase {
  return {
    caseId: caseId.parse(random.id()),
    trackingCode: trackingCode.parse(randomTrackingCode(random)),
    serviceId: testTown.serviceId,
    formVersionId: testTown.formVersionId,
    channel: random.pick(['paper', 'phone', 'email', 'counter'] as const) ?? 'paper',
    receivedOn,
    answers: validDogAnswers(),
    note: '',
  };
}
