import type { Case } from '@amtsstube/shared/domain/case';
import { caseId, type DeviceId } from '@amtsstube/shared/domain/ids';
import { isTimeLease, type Lease } from '@amtsstube/shared/domain/lease';
import { instantOf, localDateOf } from '@amtsstube/shared/domain/time';
import type { Kind } from '@amtsstube/shared/operations/registry';
import { ask } from '@amtsstube/sim/ask';
import { correct } from '@amtsstube/sim/correct';
import { aPaper } from '@amtsstube/sim/enter-cases';
import type { Random } from '@amtsstube/sim/random';
import type { SimDesk } from '@amtsstube/sim/sim-desk';
import { administer } from '@amtsstube/sim/workload-admin';
import { actOnAppointments } from '@amtsstube/sim/workload-appointments';
import { workBeside } from '@amtsstube/sim/workload-beside';
import { actOnFee } from '@amtsstube/sim/workload-fees';
import { actOnLeases } from '@amtsstube/sim/workload-leases';
import { actOnLetters, decide } from '@amtsstube/sim/workload-letters';
import { actOnQueue } from '@amtsstube/sim/workload-queue';
import type { FaultDesk } from './desk-process.ts';

/** What clerks don't do here, and why. */
export const leftOut: Partial<Record<Kind, string>> = {
  putClerk: 'changes what a desk may see: copies built anew for that look like copies repaired (g)',
  deactivateClerk: 'as putClerk',
  setAbsence: 'as putClerk: a deputy sees more',
  configureMunicipality: 'makes the town, before any desk',
  recordRestore: 'of the server, by the faults that restore it',
  eraseCase: 'of the administrator at the server; who erases means to lose',
  recordScan: 'of the scanner at the server',
  recordMail: 'of the mail server',
  shelveCase: 'of the server, long after a case was closed',
  markSeen: 'of a citizen who opens her status page',
  answerQuestion: 'of a citizen on her status page',
  submitApplication: 'of the citizen, who applies all the time',
  leaseNumbers: 'by the desk itself, whenever it runs short',
  holdSlot: 'of a citizen on the page',
  extendHold: 'of a citizen on the page',
  requestBooking: 'of a citizen on the page',
  confirmBooking: 'of a citizen, by her mail',
  joinWaitingList: 'of a citizen on the page',
  leaveWaitingList: 'of a citizen, by her mail; of a clerk only where somebody waits',
  offerSlot: 'of the waiting list at the server',
  eraseAppointments: 'of the server, long after an appointment',
};

/** The kinds that clerks do here; a test holds this and what is left out against the registry. */
export const doneByClerks: readonly Kind[] = [
  'addNote',
  'attachFile',
  'enterCase',
  'assignCase',
  'correctAnswer',
  'removeAttachment',
  'decideCase',
  'approveDecision',
  'returnDecision',
  'writeLetter',
  'postLetter',
  'handToBody',
  'setFee',
  'waiveFee',
  'revokeWaiver',
  'recordPayment',
  'revokePayment',
  'askApplicant',
  'closeQuestion',
  'readAnswer',
  'setFollowUp',
  'extendDeadline',
  'tickDocument',
  'linkCases',
  'unlinkCases',
  'confirmSamePerson',
  'addTask',
  'completeTask',
  'reopenTask',
  'recordViews',
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
  'takeTicket',
  'callTicket',
  'changeTicket',
  'changeMunicipality',
  'putDepartment',
  'putCounter',
  'putTemplate',
  'putTextBlock',
  'addService',
  'switchService',
  'changeService',
  'putForm',
];

type Workplace = Pick<SimDesk, 'rows' | 'shown' | 'do' | 'now' | 'leases'>;

/** One thing a clerk does with what her copy shows; the same acts as in the simulation. */
export async function actAtDesk(desk: FaultDesk, random: Random, tallies: readonly string[]): Promise<void> {
  const workplace = await workplaceAt(desk);
  // killed while it was looked at: nobody sits there
  if (workplace === undefined) return;
  const shared = workplace.rows.filter(({ caseRecord }) => !tallies.includes(caseRecord.id));
  const chosen = random.pick(shared)?.caseRecord;
  if (chosen === undefined) return;
  const { id } = chosen;
  const roll = random.next();
  if (roll < 0.15) await desk.enter(aPaper(random, localDateOf(instantOf(Date.now()))));
  else if (roll < 0.3) await desk.attach(id, `Anlage ${random.id()}.pdf`, random.between(100, 40_000));
  else if (roll < 0.33) await takeAway(workplace, id, random);
  else if (roll < 0.36) await actOnFee(random, chosen, workplace);
  else if (roll < 0.38) await actOnAppointments(random, workplace, workplace.now());
  else if (roll < 0.39) await actOnLeases(random, await withLeases(desk, workplace));
  else if (roll < 0.41) await actOnQueue(random, workplace, workplace.now());
  else if (roll < 0.44) await ask(random, chosen, workplace);
  else if (roll < 0.54) await workBeside(random, workplace, id, shared);
  else if (roll < 0.62) await actOnLetters(random, chosen, workplace);
  else if (roll < 0.7) await correct(random, chosen, workplace);
  else if (roll < 0.82) await desk.do('assignCase', { action: 'takeOver', caseId: id, word: '' });
  else if (roll < 0.88) await decide(random, chosen, workplace);
  else if (roll < 0.89) await desk.do('handToBody', { caseId: id, bodyName: 'Landkreis', word: '' });
  else if (desk.setup.clerk.role === 'admin') await administer(random, workplace);
}

/** Nobody keeps a list of what was booked: the ledger does. */
async function withLeases({ setup: { clerk } }: FaultDesk, workplace: Workplace) {
  const own = (await workplace.leases()).filter((each) => isTimeLease(each) && each.clerkId === clerk.id);
  // her latest journal: what an older one had is booked like any other time
  const deviceId = own.toSorted((a, b) => (a.grantedAt < b.grantedAt ? -1 : 1)).at(-1)?.deviceId;
  return {
    ...workplace,
    clerk,
    journal: { deviceId: deviceId ?? ('none yet' as DeviceId) },
    saved: [],
    bookedInLease: [],
  };
}

async function takeAway(workplace: Workplace, id: string, random: Random): Promise<void> {
  const dossier = workplace.shown('dossiers', id);
  const attachments = dossier && 'attachments' in dossier ? dossier.attachments : [];
  const hash = random.pick(attachments ?? [])?.hash;
  if (hash === undefined) return;
  await workplace.do('removeAttachment', { caseId: caseId.parse(id), hash, reason: 'aus Versehen' });
}

/** What lies in the copy at this moment, without what waits. */
async function workplaceAt(desk: FaultDesk): Promise<Workplace | undefined> {
  const rows = await desk.replicasIfThere();
  if (rows === undefined) return undefined;
  const documents = new Map(rows.map(([collection, id, , document]) => [`${collection} ${id}`, document]));
  const cases = [...documents]
    .filter(([key, document]) => key.startsWith('cases ') && document !== null)
    .map(([, document]) => document as Case);
  return {
    rows: cases.map((caseRecord) => ({ caseRecord })) as unknown as Workplace['rows'],
    shown: (collection, id) => documents.get(`${collection} ${id}`) as never,
    leases: async () =>
      [...documents].flatMap(([key, document]) =>
        key.startsWith('leases ') && document !== null ? [document as Lease] : [],
      ),
    now: () => instantOf(Date.now()),
    do: async (kind, payload) => {
      if (kind in leftOut) return false;
      return (await desk.do(kind, payload)) === 'saved';
    },
  };
}
