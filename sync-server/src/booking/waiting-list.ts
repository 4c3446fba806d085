import { createHash } from 'node:crypto';
import { localDay } from '@amtsstube/shared/domain/appointments/local-day';
import { instantOfUnit } from '@amtsstube/shared/domain/appointments/unit';
import type { BookingRules } from '@amtsstube/shared/domain/appointments/visit';
import type { Waiting } from '@amtsstube/shared/domain/appointments/waiting';
import { nextSteps, type WaitingStep } from '@amtsstube/shared/domain/appointments/waiting-list';
import { appointmentId, type MunicipalityId, opId } from '@amtsstube/shared/domain/ids';
import { addDays, type Instant, localDateOf } from '@amtsstube/shared/domain/time';
import { leaveWaitingList, offerSlot } from '@amtsstube/shared/operations/appointment/waiting-list';
import type { CoreContext } from '../core-context.ts';
import { executeServerOperation } from '../execute/execute.ts';
import { type Logger, stackOf } from '../logging.ts';
import type { Read, StoredClaim } from '../store/store.ts';
import { loadWaitingList } from './load-waiting-list.ts';

/** Longer ahead nothing can be booked on the web. */
const mostDaysAhead = 730;

/**
 * Offers free times to those who wait, in all municipalities. What is to be done is worked out anew each time from what
 * there is, and each step has an id of its own: cut off anywhere, the next run goes on.
 */
export class WaitingList {
  readonly #core: CoreContext;
  readonly #log: Logger;
  #running: Promise<void> | undefined;
  #isWantedAgain = false;
  #isStopped = false;

  constructor(core: CoreContext, log: Logger) {
    this.#core = core;
    this.#log = log;
  }

  /** One run at a time; a call during a run asks for one more after it. */
  run(): Promise<void> {
    if (this.#isStopped) return Promise.resolve();
    this.#isWantedAgain = true;
    this.#running ??= this.#runUntilQuiet()
      .catch((error: unknown) =>
        this.#log.error({ waitingList: 'not looked through', stack: stackOf(error) }),
      )
      .finally(() => {
        this.#running = undefined;
      });
    return this.#running;
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#running;
  }

  async #runUntilQuiet(): Promise<void> {
    do {
      this.#isWantedAgain = false;
      for (const municipality of await this.#core.store.municipalities())
        await offerFreeTimes(this.#core, municipality, () => this.#isStopped);
    } while (this.#isWantedAgain && !this.#isStopped);
  }
}

/** Everything that is to be done now for those who wait in a municipality. */
export async function offerFreeTimes(
  core: CoreContext,
  municipality: MunicipalityId,
  isStopped: () => boolean,
): Promise<void> {
  const now = core.now();
  const steps = await core.store.snapshot(municipality, (read) => stepsIn(read, now));
  for (const step of steps) {
    if (isStopped()) return;
    // refused: somebody was quicker, and the next run sees it
    await executeServerOperation(core, municipality, operationOf(step, now), { kind: 'system' });
  }
}

async function stepsIn(read: Read, now: Instant): Promise<readonly WaitingStep[]> {
  const list = await loadWaitingList(read);
  if (list === undefined) return [];
  const { entries, rules, offered } = list;
  const claims = await claimsFor(read, rules, entries, now);
  return nextSteps({ entries, bookingOf: (id) => offered.get(id), rules, claims, now });
}

/** Of the days that suit anybody. */
async function claimsFor(
  read: Read,
  { counters }: BookingRules,
  entries: readonly Waiting[],
  now: Instant,
): Promise<readonly StoredClaim[]> {
  const today = localDateOf(now);
  const wished = entries.map(({ lastOn }) => lastOn).reduce((one, other) => (one > other ? one : other));
  const furthest = addDays(today, mostDaysAhead);
  const from = localDay(today).from;
  const to = localDay(wished < furthest ? wished : furthest).to;
  const claims: StoredClaim[] = [];
  for (const { id } of counters) claims.push(...(await read.claims({ counterId: id, from, to })));
  return claims;
}

/** What was begun and cut off is found done, or refused, and never done twice. */
function operationOf(step: WaitingStep, at: Instant) {
  const { of } = step;
  if (step.does === 'leave')
    return {
      opId: opId.parse(`waiting.leave.${hashOf(`${of.id} ${of.madeAt}`)}`),
      deviceId: null,
      kind: leaveWaitingList.kind,
      v: leaveWaitingList.v,
      at: of.madeAt,
      payload: { waitingId: of.id },
    };
  const { counterId, start } = step.slot;
  const startsAt = instantOfUnit(start);
  const offer = `${of.id} ${of.offers.length}`;
  return {
    // refused, it may be tried again later: at another moment, or with another time
    opId: opId.parse(`waiting.offer.${hashOf(`${offer} ${counterId} ${startsAt} ${at}`)}`),
    deviceId: null,
    kind: offerSlot.kind,
    v: offerSlot.v,
    at,
    payload: {
      waitingId: of.id,
      appointmentId: appointmentId.parse(`w${hashOf(offer)}`),
      serviceIds: of.serviceIds,
      counterId,
      startsAt,
    },
  };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
