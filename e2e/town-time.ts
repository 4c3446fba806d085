import { localDay, localTime, minutesOf } from '@amtsstube/shared/domain/appointments/local-day';
import { instantOfUnit, unitMinutes } from '@amtsstube/shared/domain/appointments/unit';
import { type Instant, type LocalDate, millisecondsOf } from '@amtsstube/shared/domain/time';
import type { Pc } from './pc.ts';
import type { Town } from './town.ts';

/** The time of a journey that goes on for days: of the server and of every PC alike, and moved by hand. */
export class TownTime {
  readonly #pcs: Pc[] = [];
  #aheadMs: number;

  constructor(on: LocalDate, clock: string) {
    this.#aheadMs = momentOf(on, clock) - Date.now();
  }

  /** Of the machine's clock, in milliseconds. */
  get aheadMs(): number {
    return this.#aheadMs;
  }

  /** Its browser has this time from its next start on. */
  add(pc: Pc): void {
    pc.startAt(() => Date.now() + this.#aheadMs);
    this.#pcs.push(pc);
  }

  /** Later only. What runs hears of it as after a sleep: a desk locks. */
  async goTo(town: Town, on: LocalDate, clock: string): Promise<void> {
    const leap = momentOf(on, clock) - (Date.now() + this.#aheadMs);
    if (leap < 0) throw new Error(`it is after ${clock} already`);
    this.#aheadMs += leap;
    await town.setClock(this.#aheadMs);
    for (const pc of this.#pcs) await pc.sleep(leap);
  }
}

/** @param clock `09:00`, here */
export function instantAt(on: LocalDate, clock: string): Instant {
  const { stretches, from } = localDay(on);
  const midnight = stretches.at(-1)?.midnight ?? from;
  return instantOfUnit(midnight + minutesOf(localTime.parse(clock)) / unitMinutes);
}

function momentOf(on: LocalDate, clock: string): number {
  return millisecondsOf(instantAt(on, clock));
}
