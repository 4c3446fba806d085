import { createSlotCalendar, type SlotCalendar } from '@amtsstube/shared/domain/appointments/slot-calendar';
import { type BookingRules, rulesAmong } from '@amtsstube/shared/domain/appointments/visit';
import type { Counter } from '@amtsstube/shared/domain/counter';
import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import { scopeForAll } from '@amtsstube/shared/domain/scope';
import type { Settings } from '@amtsstube/shared/domain/settings';
import type { Instant } from '@amtsstube/shared/domain/time';
import type { CoreContext } from '../core-context.ts';
import type { Read } from '../store/store.ts';
import { ClaimsPicture } from './claims-picture.ts';
import { KeptDays } from './kept-days.ts';

/** What a municipality offers at one moment. */
export interface TownTimes {
  readonly rules: BookingRules;
  readonly calendar: SlotCalendar;
  readonly now: Instant;
}

interface KnownTown {
  readonly picture: ClaimsPicture;
  readonly days: KeptDays;
  rules: { readonly of: string; readonly are: BookingRules } | undefined;
  /** One at a time: two would draw in the same picture from different snapshots. */
  turn: Promise<unknown>;
}

/**
 * The times of each municipality, for listings: rules are read anew where settings or counters changed, claims only as far
 * as they did. A booking is decided in its own transaction, by the same predicate (K3).
 */
export class BookingTimes {
  readonly #core: Pick<CoreContext, 'store' | 'now'>;
  readonly #towns = new Map<MunicipalityId, KnownTown>();

  constructor(core: Pick<CoreContext, 'store' | 'now'>) {
    this.#core = core;
  }

  /** @param own the appointment whose claims count as free: it is to be moved */
  at(municipality: MunicipalityId, own?: string): Promise<TownTimes> {
    const town = this.#towns.get(municipality) ?? newTown();
    this.#towns.set(municipality, town);
    const drawn = town.turn.then(() => this.#draw(municipality, town, own));
    town.turn = drawn.catch(() => undefined);
    return drawn;
  }

  /** What is offered, where the times themselves aren't asked for. */
  async rulesOf(municipality: MunicipalityId): Promise<BookingRules> {
    return (await this.at(municipality)).rules;
  }

  #draw(municipality: MunicipalityId, town: KnownTown, own: string | undefined): Promise<TownTimes> {
    return this.#core.store.snapshot(municipality, async (read) => {
      const now = this.#core.now();
      const rules = await rulesIn(read, town);
      const change = await town.picture.bringTo(read, now);
      const kept = town.days.calendar(rules, change, now);
      const calendar = own === undefined ? kept : createSlotCalendar(rules, town.picture.claims(), now, own);
      return { rules, now, calendar };
    });
  }
}

function newTown(): KnownTown {
  const picture = new ClaimsPicture();
  return { picture, days: new KeptDays(picture), rules: undefined, turn: Promise.resolve() };
}

async function rulesIn(read: Read, town: KnownTown): Promise<BookingRules> {
  const { epoch } = await read.head();
  const settings = await read.digest('settings', [scopeForAll]);
  const counters = await read.digest('counters', [scopeForAll]);
  const of = JSON.stringify([epoch, settings, counters]);
  if (town.rules?.of === of) return town.rules.are;
  const all = await every<Settings>(read, 'settings');
  const are: BookingRules = {
    ...rulesAmong(all),
    counters: await every<Counter>(read, 'counters'),
  };
  town.rules = { of, are };
  return are;
}

async function every<D>(read: Read, collection: 'settings' | 'counters'): Promise<readonly D[]> {
  const found: D[] = [];
  const pageSize = 500;
  for (let after = ''; ; ) {
    const page = await read.allDocuments(collection, after, pageSize);
    for (const { document } of page) if (document !== null) found.push(document as D);
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return found;
    after = last.id;
  }
}
