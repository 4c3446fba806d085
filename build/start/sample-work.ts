import type { Clerk } from '@amtsstube/shared/domain/clerk';
import type { Answers } from '@amtsstube/shared/domain/form';
import { type CaseId, deviceId, opId } from '@amtsstube/shared/domain/ids';
import { type Instant, instantOf, millisecondsOf } from '@amtsstube/shared/domain/time';
import { sampleApplications } from '@amtsstube/shared/fixtures/sample-applications';
import { annaBerger, berndKrueger, testTown } from '@amtsstube/shared/fixtures/test-town';
import { findKind, type Kind, type PayloadOf } from '@amtsstube/shared/operations/registry';
import { submit } from '@amtsstube/sync-server/citizen/submit';
import { newFormTicket } from '@amtsstube/sync-server/citizen/tickets';
import type { CoreContext } from '@amtsstube/sync-server/core-context';
import { handOver } from '@amtsstube/sync-server/replication/operations';

const hour = 60 * 60 * 1000;
const seed = 2026;

/** What became of an application, in turn; hours are counted from its arrival. */
const courses: readonly ((desks: Desks, caseId: CaseId) => readonly Step[])[] = [
  () => [],
  ({ bernd }, caseId) => [bernd(3, 'assignCase', { action: 'takeOver', caseId, word: '' })],
  ({ anna }, caseId) => [
    anna(2, 'assignCase', { action: 'takeOver', caseId, word: '' }),
    anna(5, 'decideCase', { caseId, decision: { kind: 'approved', reason: '' } }),
  ],
  () => [],
  ({ anna, bernd }, caseId) => [
    anna(1, 'assignCase', { action: 'takeOver', caseId, word: '' }),
    anna(2, 'assignCase', {
      action: 'handOver',
      caseId,
      toId: testTown.berndKruegerId,
      word: 'Bitte übernehmen, ich bin ab morgen im Urlaub.',
    }),
    bernd(20, 'addNote', {
      caseId,
      text: 'Mit der Halterin telefoniert: Der Chip wird nächste Woche gesetzt.',
    }),
  ],
  ({ bernd }, caseId) => [
    bernd(4, 'assignCase', { action: 'takeOver', caseId, word: '' }),
    bernd(26, 'decideCase', {
      caseId,
      decision: {
        kind: 'rejected',
        reason:
          'Der Hund ist unter derselben Chipnummer bereits angemeldet. Eine zweite Anmeldung ist nicht nötig.',
      },
    }),
  ],
  ({ anna }, caseId) => [
    anna(6, 'addNote', { caseId, text: 'Nachweis für die Ermäßigung liegt im Rathaus vor.' }),
    anna(7, 'assignCase', { action: 'takeOver', caseId, word: '' }),
  ],
];

interface Step {
  readonly afterHours: number;
  act(core: CoreContext): Promise<void>;
}
type Desk = <K extends Kind>(afterHours: number, kind: K, payload: PayloadOf<K>) => Step;
interface Desks {
  readonly anna: Desk;
  readonly bernd: Desk;
}

/**
 * Fills the test town with applications in all states, over the last days: each one sent by a citizen's form and
 * handed over by a clerk's journal, through the same functions as real ones, only with earlier clocks.
 */
export async function addSampleWork(core: CoreContext, count: number): Promise<void> {
  const desks = { anna: openDesk(annaBerger), bernd: openDesk(berndKrueger) };
  const now = millisecondsOf(core.now());
  const timeline = sampleApplications(count, seed).flatMap((answers, index) => {
    const arrivedAt = now - (count - index) * 7 * hour;
    const { caseId, send } = openForm(answers, instantOf(arrivedAt));
    const course = courses[index % courses.length]?.(desks, caseId) ?? [];
    return [send, ...course].map((step) => ({ at: arrivedAt + step.afterHours * hour, step }));
  });
  const past = timeline.filter(({ at }) => at < now).toSorted((a, b) => a.at - b.at);
  for (const { at, step } of past) await step.act({ ...core, now: () => instantOf(at) });
}

function openForm(answers: Answers, openedAt: Instant): { readonly caseId: CaseId; readonly send: Step } {
  const { municipalityId, serviceId, formVersionId } = testTown;
  const ticket = newFormTicket(municipalityId, serviceId, formVersionId, openedAt);
  const act = async (core: CoreContext): Promise<void> => {
    const submitted = await submit(core, ticket, answers);
    if (submitted.outcome !== 'received')
      throw new Error(`a sample application was not accepted: ${submitted.outcome}`);
  };
  return { caseId: ticket.caseId, send: { afterHours: 0, act } };
}

function openDesk(clerk: Clerk): Desk {
  const device = deviceId.parse(`sample.${clerk.id}`);
  let n = 0;
  return (afterHours, kind, payload) => ({
    afterHours,
    act: async (core) => {
      n += 1;
      const operation = {
        opId: opId.parse(`${device}.${n}`),
        deviceId: device,
        n,
        kind,
        v: findKind(kind)?.v ?? 1,
        payload,
        at: core.now(),
      };
      const answer = await handOver(core, testTown.municipalityId, clerk, {
        epoch: null,
        deviceId: device,
        firstOpen: n,
        operations: [operation],
      });
      const receipt =
        answer.result === 'decided' ? answer.decisions.receipts.find((each) => each.n === n) : undefined;
      if (receipt?.result.decided !== 'accepted')
        throw new Error(`a sample ${kind} was not accepted: ${JSON.stringify(receipt)}`);
    },
  });
}
