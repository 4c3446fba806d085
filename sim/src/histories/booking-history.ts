import type { Booking } from '@amtsstube/shared/domain/appointments/appointment';
import { createSlotCalendar, type Slot } from '@amtsstube/shared/domain/appointments/slot-calendar';
import { instantOfUnit, unitOf } from '@amtsstube/shared/domain/appointments/unit';
import {
  type Audience,
  type BookingRules,
  planVisit,
  rulesAmong,
} from '@amtsstube/shared/domain/appointments/visit';
import type { Counter } from '@amtsstube/shared/domain/counter';
import { appointmentId, counterId, epoch, municipalityId, opId } from '@amtsstube/shared/domain/ids';
import type { Settings } from '@amtsstube/shared/domain/settings';
import { type Instant, instantOf, localDate } from '@amtsstube/shared/domain/time';
import { bernd, lead } from '@amtsstube/shared/fixtures/meetings/meeting';
import { actorFrom, type Who } from '@amtsstube/shared/fixtures/test-office';
import { testTown, testTownClerks, testTownConfiguration } from '@amtsstube/shared/fixtures/test-town';
import type { Refusal } from '@amtsstube/shared/operations/refusal';
import type { Kind, PayloadOf } from '@amtsstube/shared/operations/registry';
import { decideOperation } from '@amtsstube/sync-server/execute/decide-operation';
import { createMemoryStore, type MemoryStore } from '@amtsstube/sync-server/store/memory-store';
import type { Read } from '@amtsstube/sync-server/store/store';
import { wrongClaim } from '../check-claims.ts';
import { Random } from '../random.ts';

/** What a history came to. */
export interface BookingHistory {
  readonly accepted: number;
  readonly refused: number;
  /** Times that were offered a few steps before they were asked for, and were gone by then. */
  readonly overtaken: number;
}

const town = municipalityId.parse('stadt');
const [admin] = testTownClerks.filter(({ role }) => role === 'admin');
const serviceIds = [testTown.serviceId];
const counters = ['buergerbuero-1', 'buergerbuero-2'].map((id) => counterId.parse(id));
/** A Monday, 8 o'clock here; times are those of the Tuesday and the Thursday after it. */
const begin = Date.parse('2026-11-23T07:00:00.000Z');
const [first, last] = [localDate.parse('2026-11-24'), localDate.parse('2026-11-26')];
const steps = 30;

/**
 * Five writers in any order: the web, a counter's clerk, one who blocks, one who closes, one who moves. After each step the
 * invariant of claims holds (K10); what was offered in the very moment is never refused (K3), and what was offered earlier is
 * refused for what is so now and for nothing else (K2).
 * @throws with what went wrong, at which step
 */
export async function runBookingHistory(seed: number): Promise<BookingHistory> {
  const history = new History(new Random(seed));
  await history.open();
  for (let step = 0; step < steps; step += 1) {
    try {
      await history.step();
    } catch (error) {
      throw new Error(`seed ${seed}, step ${step}: ${error instanceof Error ? error.message : error}`);
    }
  }
  return history;
}

interface Offered {
  readonly slot: Slot;
  readonly audience: Audience;
}

class History implements BookingHistory {
  readonly #random: Random;
  readonly #store: MemoryStore = createMemoryStore();
  #now: Instant = instantOf(begin);
  #decisions = 0;
  #seen: Offered | undefined;
  accepted = 0;
  refused = 0;
  overtaken = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  async open(): Promise<void> {
    await this.#store.createMunicipality(town, epoch.parse('e'));
    await this.#decide('system', 'configureMunicipality', testTownConfiguration);
  }

  async step(): Promise<void> {
    const random = this.#random;
    // from one look to the next a moment, or long enough for what is kept to run out
    if (random.chance(0.4)) this.#now = instantOf(Date.parse(this.#now) + random.between(1, 25) * 60_000);
    const roll = random.next();
    if (roll < 0.35) await this.#web();
    else if (roll < 0.6) await this.#counter();
    else if (roll < 0.75) await this.#moveOrCancel();
    else if (roll < 0.9) await this.#block();
    else await this.#close();
    const wrong = await this.#store.snapshot(town, (read) => wrongClaim(read, this.#now));
    if (wrong) throw new Error(`(K10) ${wrong}`);
  }

  async #web(): Promise<void> {
    const random = this.#random;
    const waiting = random.pick((await this.#bookings()).filter(({ state }) => state.is === 'unconfirmed'));
    if (waiting && random.chance(0.4)) {
      const { id, counterId: at, startsAt, fence } = waiting;
      await this.#decide('citizen', 'confirmBooking', { appointmentId: id, counterId: at, startsAt, fence });
      return;
    }
    await this.#take('web', async (slot) => {
      const id = this.#newId();
      const startsAt = instantOfUnit(slot.start);
      const place = { serviceIds, counterId: slot.counterId, startsAt };
      const visitKey = `visit-${id}-0123456789` as PayloadOf<'holdSlot'>['visitKey'];
      const isHeldFirst = random.chance(0.5);
      const held = isHeldFirst
        ? await this.#decide('citizen', 'holdSlot', { appointmentId: id, visitKey, ...place })
        : undefined;
      if (held) return held;
      return this.#decide('citizen', 'requestBooking', {
        appointmentId: id,
        hold: isHeldFirst ? { visitKey, fence: 1 } : null,
        ...place,
        visitor: { name: 'Erika Mustermann', email: 'erika@example.org', phone: '' },
        remark: '',
        language: 'de',
      });
    });
  }

  async #counter(): Promise<void> {
    await this.#take('desk', (slot) =>
      this.#decide(bernd, 'bookByClerk', {
        appointmentId: this.#newId(),
        serviceIds,
        counterId: slot.counterId,
        startsAt: instantOfUnit(slot.start),
        visitor: { name: 'Jürgen Weiß', email: null, phone: '' },
        remark: '',
        language: 'de',
        way: 'phone',
        caseId: null,
      }),
    );
  }

  async #moveOrCancel(): Promise<void> {
    const random = this.#random;
    const known = random.pick((await this.#bookings()).filter(({ state }) => state.is !== 'cancelled'));
    if (!known) return;
    const who = random.chance(0.5) ? bernd : 'citizen';
    if (random.chance(0.3)) {
      await this.#decide(who, 'cancelAppointment', { appointmentId: known.id, reason: '' });
      if (random.chance(0.5)) await this.#bookAgain(known);
      return;
    }
    const { to } = await this.#look(who === 'citizen' ? 'web' : 'desk', known.id);
    if (!to) return;
    const refusal = await this.#decide(who, 'moveAppointment', {
      appointmentId: known.id,
      serviceIds: known.serviceIds,
      from: { counterId: known.counterId, startsAt: known.startsAt },
      to: { counterId: to.counterId, startsAt: instantOfUnit(to.start) },
    });
    if (refusal) throw new Error(`(K3) a time offered to move to was refused: ${JSON.stringify(refusal)}`);
  }

  /** A cancelled time is free for whose it was, and for nothing but what else is so (K5). */
  async #bookAgain({ id, counterId: at, startsAt, visitor }: Booking): Promise<void> {
    const { isFree } = await this.#look('desk', id);
    const wasFree = isFree({ counterId: at, start: unitOf(startsAt) });
    const refusal = await this.#decide(bernd, 'bookByClerk', {
      appointmentId: this.#newId(),
      ...{ serviceIds, counterId: at, startsAt, visitor },
      ...{ remark: '', language: 'de', way: 'phone', caseId: null },
      cancelledId: id,
    });
    if (wasFree && refusal)
      throw new Error(`(K5) whose it was doesn’t get it back: ${JSON.stringify(refusal)}`);
    if (!wasFree && !refusal) throw new Error('(K2) a time that is not free was given back');
  }

  async #block(): Promise<void> {
    const random = this.#random;
    const counter = random.pick((await this.#rules()).counters);
    if (!counter) return;
    const blocked = random.pick(counter.blocked ?? []);
    if (blocked && random.chance(0.5)) {
      await this.#decide(bernd, 'unblockTime', { counterId: counter.id, blockId: blocked.id });
      return;
    }
    const start = unitOf(`${random.pick([first, last])}T08:00:00.000Z` as Instant) + random.between(0, 60);
    await this.#decide(bernd, 'blockTime', {
      counterId: counter.id,
      blockId: `sperre-${this.#decisions}` as PayloadOf<'blockTime'>['blockId'],
      startsAt: instantOfUnit(start),
      endsAt: instantOfUnit(start + random.between(1, 12)),
      reason: '',
    });
  }

  async #close(): Promise<void> {
    const random = this.#random;
    const { booking, counters: all } = await this.#rules();
    const closure = booking.closures.find(({ name }) => name === 'Betriebsausflug');
    if (random.chance(0.5)) {
      if (closure) {
        await this.#decide(admin ?? lead, 'setClosure', { action: 'remove', closureId: closure.id });
        return;
      }
      const on = random.pick([first, last]) ?? first;
      const id = `ausflug-${this.#decisions}` as NonNullable<typeof closure>['id'];
      await this.#decide(admin ?? lead, 'setClosure', {
        action: 'add',
        closure: { id, firstOn: on, lastOn: on, name: 'Betriebsausflug' },
      });
      return;
    }
    const counter = random.pick(all);
    const from = counter?.openingHours ?? [];
    const to = from.map((rule, index) =>
      index === 0 ? { ...rule, from: rule.from === '09:00' ? '10:00' : '09:00' } : rule,
    ) as typeof from;
    if (counter)
      await this.#decide(lead, 'setOpeningHours', { counterId: counter.id, openingHours: { from, to } });
  }

  /** Takes what is offered now, or what was offered to the one who looked before and thought about it. */
  async #take(audience: Audience, act: (slot: Slot) => Promise<Refusal | undefined>): Promise<void> {
    const before = this.#seen?.audience === audience && this.#random.chance(0.5) ? this.#seen : undefined;
    const { to, isFree } = await this.#look(audience);
    if (to && this.#random.chance(0.5)) this.#seen = { slot: to, audience };
    const slot = before?.slot ?? to;
    if (!slot) return;
    const wasFree = isFree(slot);
    const refusal = await act(slot);
    if (before && !wasFree) this.overtaken += 1;
    if (wasFree && refusal)
      throw new Error(`(K3) a time that is free was refused: ${JSON.stringify(refusal)}`);
    if (!wasFree && !refusal) throw new Error('(K2) a time that is not free was given');
  }

  async #look(audience: Audience, own?: string) {
    const rules = await this.#rules();
    const claims = await this.#store.snapshot(town, (read) => read.allClaims(undefined, 100_000));
    const calendar = createSlotCalendar(rules, claims, this.#now, own);
    const plan = planVisit(rules, serviceIds, audience);
    if (!plan.possible) throw new Error(plan.why);
    const free = calendar
      .freeSlots(plan.visit, first, last)
      .flatMap((day) =>
        day.counters.flatMap(({ counterId: at, starts }) =>
          starts.map((start) => ({ counterId: at, start })),
        ),
      );
    // the first few of each day: so that several want the same
    const to = this.#random.pick(free.slice(0, 12));
    return {
      to,
      isFree: (slot: Slot) => calendar.whyNot(plan.visit, slot) === undefined,
    };
  }

  /** @returns the refusal; undefined: accepted */
  async #decide<K extends Kind>(who: Who, kind: K, payload: PayloadOf<K>): Promise<Refusal | undefined> {
    this.#decisions += 1;
    const operation = {
      opId: opId.parse(`op-${this.#decisions}`),
      deviceId: null,
      kind,
      v: 1,
      payload,
      at: this.#now,
    };
    const decided = await this.#store.transact(town, (tx) =>
      decideOperation(tx, operation, actorFrom(who), this.#now),
    );
    if (decided.outcome !== 'decided') throw new Error(`${kind}: ${decided.outcome}`);
    const { result } = decided.row;
    if (result.decided === 'refused') {
      if (['internal', 'malformed', 'notAllowed'].includes(result.reason.code))
        throw new Error(`${kind} is ${result.reason.code}`);
      this.refused += 1;
      return result.reason;
    }
    this.accepted += 1;
    return undefined;
  }

  async #rules(): Promise<BookingRules> {
    return this.#store.snapshot(town, async (read) => {
      const settings = await every<Settings>(read, 'settings');
      const all = await every<Counter>(read, 'counters');
      const { booking, services } = rulesAmong(settings);
      return {
        booking,
        services: services.filter(({ id }) => id === testTown.serviceId),
        counters: all.filter(({ id }) => counters.includes(id)),
      };
    });
  }

  async #bookings(): Promise<readonly Booking[]> {
    return this.#store.snapshot(town, (read) => every<Booking>(read, 'appointments'));
  }

  #newId() {
    return appointmentId.parse(`termin-${this.#decisions}`);
  }
}

async function every<D>(
  read: Read,
  collection: 'settings' | 'counters' | 'appointments',
): Promise<readonly D[]> {
  return (await read.allDocuments(collection, '', 10_000)).flatMap(({ document }) =>
    document ? [document as D] : [],
  );
}
