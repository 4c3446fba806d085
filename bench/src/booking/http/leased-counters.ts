import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import type { LocalDate } from '@amtsstube/shared/domain/time';
import { Forked } from '../../common/forked.ts';
import type { DesksCommand, Promised, RaceDesk } from './desks.ts';
import { timesAhead } from './race-hours.ts';

/** What desks were told is booked, by what has to become of it. */
export interface DeskBookings {
  /** In a lease that is theirs: final at once (K8). */
  readonly firm: readonly Promised[];
  /** In one that was taken back meanwhile: each gets an answer (K11). */
  readonly revoked: readonly Promised[];
  readonly refused: number;
}

interface Place {
  readonly url: string;
  readonly town: MunicipalityId;
  readonly token: string;
  /** Of the journals. */
  readonly directory: string;
  readonly on: LocalDate;
}

type DeskName = 'online' | 'away' | 'moved' | 'lost' | 'late-1' | 'late-2';

const ofCounter = (number: number) => `counter-${number}`;
const leasedBefore = [1, 2, 3, 4].map(ofCounter);
const leasedMeanwhile = ofCounter(5);

/**
 * The desks of a race's town. All in one other process, so that one kill -9 is a power cut for all of them: *online* books
 * with the line, *away* without it, *lost* too and is taken its times, *moved* gives its own back, and two *late* ones ask
 * for the same while the citizens race.
 */
export class LeasedCounters {
  readonly #place: Place;
  readonly #desks: Record<DeskName, RaceDesk>;
  #process: Forked<DesksCommand>;
  #firm: readonly Promised[] = [];
  #revoked: readonly Promised[] = [];

  private constructor(place: Place, process: Forked<DesksCommand>) {
    this.#place = place;
    this.#process = process;
    const desk = (name: string, at: string | null): RaceDesk => ({
      name,
      directory: join(place.directory, name),
      key: randomBytes(48).toString('base64'),
      at,
    });
    this.#desks = {
      online: desk('online', ofCounter(1)),
      away: desk('away', ofCounter(2)),
      moved: desk('moved', ofCounter(3)),
      lost: desk('lost', ofCounter(4)),
      'late-1': desk('late-1', null),
      'late-2': desk('late-2', null),
    };
  }

  /** Until what is theirs ahead is theirs, and lies in time of the web. */
  static async open(place: Place): Promise<LeasedCounters> {
    const counters = new LeasedCounters(place, startDesks());
    await counters.#openDesks();
    await counters.#ask({ command: 'untilLeased', counterIds: leasedBefore, on: place.on });
    await counters.#ask({ command: 'openToAll', name: 'online', counterIds: leasedBefore });
    await counters.#ask({ command: 'rest' });
    await counters.#ask({ command: 'cut', names: ['away', 'lost'] });
    return counters;
  }

  /** While the citizens race: until each of them has said that it is saved. */
  async act(): Promise<void> {
    const { on } = this.#place;
    const book = (name: string, most: number) =>
      this.#ask<readonly Promised[]>({ command: 'book', name, on, most });
    for (const name of ['late-1', 'late-2'] as const) await this.#stand(name, leasedMeanwhile);
    const [online, away, lost] = await Promise.all([
      book('online', timesAhead),
      book('away', timesAhead),
      book('lost', timesAhead - 1),
    ]);
    this.#firm = [...online, ...away];
    this.#revoked = lost;
    await this.#ask({ command: 'revoke', name: 'online', counterId: ofCounter(4), on });
    await this.#stand('moved', null);
  }

  /** kill -9 */
  kill(): Promise<void> {
    return this.#process.kill();
  }

  /** The citizens are through: whoever was killed starts again with its journal, whoever was away is back. */
  async finish(wasKilled: boolean): Promise<DeskBookings> {
    const { on } = this.#place;
    if (wasKilled) {
      this.#process = startDesks();
      await this.#openDesks();
    } else await this.#ask({ command: 'join', names: ['away', 'lost'] });
    await this.#ask({ command: 'untilLeased', counterIds: [leasedMeanwhile], on });
    const late = [];
    for (const name of ['late-1', 'late-2']) {
      await this.#ask({ command: 'cut', names: [name] });
      late.push(...(await this.#ask<readonly Promised[]>({ command: 'book', name, on, most: timesAhead })));
    }
    await this.#ask({ command: 'join', names: ['late-1', 'late-2'] });
    const refused = await this.#ask<number>({ command: 'rest' });
    await this.#ask({ command: 'close' });
    await this.#process.end();
    return { firm: [...this.#firm, ...late], revoked: this.#revoked, refused };
  }

  #openDesks(): Promise<unknown> {
    const { url, town, token } = this.#place;
    return this.#ask({ command: 'open', url, town, token, desks: Object.values(this.#desks) });
  }

  async #stand(name: DeskName, at: string | null): Promise<void> {
    this.#desks[name] = { ...this.#desks[name], at };
    await this.#ask({ command: 'stand', name, at });
  }

  #ask<Answer>(command: DesksCommand): Promise<Answer> {
    return this.#process.ask<Answer>(command);
  }
}

function startDesks(): Forked<DesksCommand> {
  return new Forked<DesksCommand>(join(import.meta.dirname, 'desks.ts'));
}
