import type { Dossier } from '@amtsstube/shared/domain/case';
import type { ClerkId } from '@amtsstube/shared/domain/ids';
import { aFile } from '@amtsstube/shared/fixtures/builders';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import type { Kind } from '@amtsstube/shared/operations/registry';
import { executeServerOperation } from '@amtsstube/sync-server/execute/execute';
import { ask } from './ask.ts';
import { correct } from './correct.ts';
import { enterOrReserve } from './enter-cases.ts';
import type { SimDesk } from './sim-desk.ts';
import { administer } from './workload-admin.ts';
import { actOnAppointments } from './workload-appointments.ts';
import { workBeside } from './workload-beside.ts';
import { actOnFee } from './workload-fees.ts';
import { actOnLeases } from './workload-leases.ts';
import { actOnLetters, decide } from './workload-letters.ts';
import { actOnQueue } from './workload-queue.ts';
import { applicationOf, otherDepartmentId, type World } from './world.ts';

/** Counted by the ledger alone: what each desk began, and what it was told is saved, on its own tally case. */
export interface Tally {
  made: number;
  saved: number;
}

/** The kinds the simulation makes; a test holds this against the registry. */
export const generatedKinds: readonly Kind[] = [
  'submitApplication',
  'enterCase',
  'leaseNumbers',
  'assignCase',
  'addNote',
  'attachFile',
  'removeAttachment',
  'correctAnswer',
  'decideCase',
  'handToBody',
  'approveDecision',
  'returnDecision',
  'writeLetter',
  'postLetter',
  'askApplicant',
  'answerQuestion',
  'closeQuestion',
  'readAnswer',
  'markSeen',
  'setFollowUp',
  'extendDeadline',
  'setFee',
  'waiveFee',
  'revokeWaiver',
  'recordPayment',
  'revokePayment',
  'configureMunicipality',
  'changeMunicipality',
  'putDepartment',
  'putCounter',
  'putClerk',
  'deactivateClerk',
  'addService',
  'switchService',
  'changeService',
  'putForm',
  'putTemplate',
  'putTextBlock',
  'setAbsence',
  'tickDocument',
  'linkCases',
  'unlinkCases',
  'confirmSamePerson',
  'addTask',
  'completeTask',
  'reopenTask',
  'recordViews',
  'holdSlot',
  'extendHold',
  'requestBooking',
  'confirmBooking',
  'bookByClerk',
  'leaseTime',
  'bookLeased',
  'returnTime',
  'revokeTime',
  'noteWish',
  'moveAppointment',
  'cancelAppointment',
  'blockTime',
  'unblockTime',
  'setOpeningHours',
  'setException',
  'setClosure',
  'changeBooking',
  'joinWaitingList',
  'leaveWaitingList',
  'offerSlot',
  'takeTicket',
  'callTicket',
  'changeTicket',
  'eraseAppointments',
  'recordRestore',
  'eraseCase',
  'recordScan',
  'recordMail',
  'shelveCase',
];

/** Where a clerk works and at what: of the simulation, and of the few runs on the real storages. */
export type Office = Pick<World, 'random' | 'tallies'> & { readonly server: Pick<World['server'], 'clerks'> };
export type Workplace = Pick<
  SimDesk,
  | 'clerk'
  | 'desk'
  | 'journal'
  | 'rows'
  | 'dismissed'
  | 'shown'
  | 'do'
  | 'enter'
  | 'leases'
  | 'now'
  | 'saved'
  | 'bookedInLease'
>;

/** A clerk does something with what she sees; half of the time on her own tally case. */
export async function act(world: Office, desk: Workplace, tally: Tally, index: number): Promise<void> {
  const { random } = world;
  const tallyId = world.tallies[index];
  if (tallyId === undefined || desk.desk === undefined) return;
  if (random.chance(0.5) && desk.shown('dossiers', tallyId)) {
    tally.made += 1;
    if (await desk.do('addNote', { caseId: tallyId, text: `Zählung ${tally.made}` })) tally.saved += 1;
    return;
  }
  if (desk.clerk.role === 'admin' && random.chance(0.4)) await administer(random, desk);
  else if (random.chance(0.2)) await enterOrReserve(random, desk);
  else if (random.chance(0.15)) await actOnAppointments(random, desk, desk.now());
  else if (random.chance(0.08)) await actOnLeases(random, desk);
  else if (random.chance(0.1)) await actOnQueue(random, desk, desk.now());
  else await actOnShared(world, desk);
}

async function actOnShared({ random, tallies, server }: Office, desk: Workplace): Promise<void> {
  const shared = desk.rows.filter(({ caseRecord }) => !tallies.includes(caseRecord.id));
  const chosen = random.pick(shared)?.caseRecord;
  if (chosen === undefined) return;
  const { id: caseId } = chosen;
  // what was laid aside is gone on with: few are, and each must come back whole
  const shelved = shared.find(({ caseRecord }) => caseRecord.isShelved);
  if (shelved !== undefined && random.chance(0.3)) {
    const about = { caseId: shelved.caseRecord.id };
    if (random.chance(0.5)) await desk.do('addNote', { ...about, text: `Nachtrag ${random.id()}` });
    else await desk.do('attachFile', { ...about, ...aFile({ hash: 'd'.repeat(64) }) });
    return;
  }
  // what is charged is worked on again: else payments and waivers would hardly ever be taken back
  const owing = shared.filter(({ caseRecord }) => caseRecord.fee !== undefined);
  const owed = random.chance(0.15) ? random.pick(owing)?.caseRecord : undefined;
  if (owed !== undefined) {
    await actOnFee(random, owed, desk);
    return;
  }
  const roll = random.next();
  if (roll < 0.06) await workBeside(random, desk, caseId, shared);
  else if (roll < 0.12) {
    // what a citizen has answered is read and closed more often than new questions come
    const asked = shared.filter(({ caseRecord }) => caseRecord.waitingUntil !== undefined);
    await ask(random, (random.pick(asked) ?? random.pick(shared.slice(0, 3)))?.caseRecord ?? chosen, desk);
  } else if (roll < 0.16) {
    const proposed = shared.filter(({ caseRecord }) => caseRecord.proposal !== undefined);
    await actOnLetters(random, random.pick(proposed)?.caseRecord ?? chosen, desk);
  } else if (roll < 0.21) {
    // only who holds a case may set and waive, and anybody may book: both must come about
    const mine = shared.filter(({ caseRecord }) => caseRecord.assigneeId === desk.clerk.id);
    const among = random.chance(0.5) && mine.length > 0 ? mine : shared;
    await actOnFee(random, random.pick(among)?.caseRecord ?? chosen, desk);
  } else if (roll < 0.25) await desk.do('addNote', { caseId, text: `Vermerk ${random.id()}` });
  // few different ones: two clerks who add the same bytes must meet
  else if (roll < 0.3)
    await desk.do('attachFile', {
      caseId,
      ...aFile({ hash: random.pick(['a', 'b', 'c'])?.repeat(64) ?? '' }),
    });
  else if (roll < 0.33) {
    const dossier = desk.shown('dossiers', caseId) as Dossier | null | undefined;
    const { hash } = random.pick(dossier?.attachments ?? []) ?? aFile();
    await desk.do('removeAttachment', { caseId, hash, reason: 'aus Versehen' });
  } else if (roll < 0.45) await correct(random, random.pick(shared.slice(0, 2))?.caseRecord ?? chosen, desk);
  else if (roll < 0.6) await desk.do('assignCase', { action: 'takeOver', caseId, word: '' });
  else if (roll < 0.65) {
    const toDepartmentId = random.chance(0.5) ? otherDepartmentId : testTown.departmentId;
    await desk.do('assignCase', { action: 'moveToDepartment', caseId, toDepartmentId, word: 'bitte dort' });
  } else if (roll < 0.7)
    await desk.do('assignCase', { action: 'giveBack', caseId, word: 'bitte übernehmen' });
  else if (roll < 0.8) {
    const toId = random.pick(server.clerks)?.id as ClerkId;
    await desk.do('assignCase', { action: 'handOver', caseId, toId, word: '' });
  } else if (roll < 0.82)
    await desk.do('handToBody', { caseId, bodyName: 'Landkreis Musterland', word: random.id() });
  else if (roll < 0.95) {
    // nobody decides what she doesn't hold
    const mine = shared.filter(({ caseRecord }) => caseRecord.assigneeId === desk.clerk.id);
    await decide(random, random.pick(mine)?.caseRecord ?? chosen, desk);
  } else {
    const refused = desk.journal?.refused[0];
    if (refused === undefined) return;
    desk.dismissed.add(refused.operation.opId);
    await desk.desk?.dismiss(refused.operation.opId);
  }
}

/** A citizen sends an application, again and again until there is an answer: it must become one case. */
export async function submit({ random, scheduler, server, weather }: World): Promise<void> {
  const operation = applicationOf(random, scheduler.now);
  const send = () => {
    const { process } = server;
    if (random.chance(weather.drop)) {
      scheduler.after(500, send);
      return;
    }
    executeServerOperation(server.context, server.municipality, operation, { kind: 'citizen' })
      .then(() => {
        if (!process.isAlive || random.chance(weather.drop)) scheduler.after(500, send);
      })
      .catch((error: unknown) => server.fail(error));
    scheduler.after(10_000, () => {
      if (!process.isAlive) send();
    });
  };
  send();
}
