import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { weekdayOf } from '@amtsstube/shared/domain/appointments/local-day';
import { municipalityId } from '@amtsstube/shared/domain/ids';
import { addDays, instantOf, type LocalDate, localDateOf } from '@amtsstube/shared/domain/time';
import { isPublicHoliday } from '@amtsstube/shared/domain/working-days';
import { openSqliteStore } from '@amtsstube/sync-server/store/sqlite-store';
import { type Child, startChild } from '../../citizen/child.ts';
import { citizens } from '../race.ts';
import { signInTo } from './account.ts';
import type { Raced } from './citizens.ts';
import { type Judged, judgeTown, type RaceResult } from './judge-town.ts';
import { LeasedCounters } from './leased-counters.ts';
import type { Serving } from './serve.ts';

/** What one race of all citizens was like, over HTTP and to the page that says what she has. */
interface RaceSeen extends Raced, RaceResult {
  /** Whether the server and all desks were killed in the middle of it (kill -9) and started again. */
  readonly isKilled: boolean;
  readonly ms: number;
}
export interface HttpRace extends RaceSeen, Judged {}

/** More than there can be times that were given back when nobody looked any more. */
const lateCitizens = 20;

/** @param repeats how many races, each in a town of its own; server and desks are killed in every second one */
export async function raceOverHttp(repeats: number): Promise<readonly HttpRace[]> {
  const directory = await mkdtemp(join(tmpdir(), 'amtsstube-bench-booking-http-'));
  const data = join(directory, 'server');
  await mkdir(data);
  const secret = randomBytes(32).toString('base64url');
  const start = (port: string) =>
    startChild(join(import.meta.dirname, 'serve.ts'), [String(repeats)], {
      AMTSSTUBE_DATA: data,
      AMTSSTUBE_PORT: port,
      AMTSSTUBE_SECRET: secret,
      AMTSSTUBE_PROXIES: '1',
      AMTSSTUBE_LOG_LEVEL: 'error',
    });
  let server: Child = start('0');
  let counters: LeasedCounters | undefined;
  try {
    const { url, codes } = JSON.parse(await server.line()) as Serving;
    const on = nextOpenDay();
    const crowdOf = (number: number, count: number, first: number) =>
      startChild(join(import.meta.dirname, 'citizens.ts'), [
        ...[url, town(number), on],
        ...[count, first].map(String),
      ]);
    const seen: RaceSeen[] = [];
    for (let number = 1; number <= repeats; number += 1) {
      counters = await LeasedCounters.open({
        url,
        town: town(number),
        token: await signInTo(url, town(number), codes[number - 1] ?? ''),
        directory: join(directory, `desks-${number}`),
        on,
      });
      const startedAt = performance.now();
      const crowd = crowdOf(number, citizens, 0);
      const isKilled = number % 2 === 0;
      // somewhere in the middle, another place each time
      const middleMs = 600 + ((number * 137) % 900);
      await pause(middleMs);
      await counters.act();
      if (isKilled) {
        await Promise.all([server.kill(), counters.kill()]);
        server = start(new URL(url).port);
        await server.line();
      }
      const raced = JSON.parse(await crowd.line()) as Raced;
      await crowd.end();
      const ms = performance.now() - startedAt;
      const desks = await counters.finish(isKilled);
      const late = crowdOf(number, lateCitizens, citizens);
      const { acknowledged } = JSON.parse(await late.line()) as Raced;
      await late.end();
      seen.push({
        ...raced,
        acknowledged: [...raced.acknowledged, ...acknowledged],
        isKilled,
        ms,
        on,
        desks,
      });
    }
    await server.end();
    return await judge(data, seen);
  } finally {
    await counters?.kill();
    await server.kill();
    await rm(directory, { recursive: true, force: true });
  }
}

async function judge(directory: string, seen: readonly RaceSeen[]): Promise<readonly HttpRace[]> {
  const store = await openSqliteStore({ directory });
  try {
    const races: HttpRace[] = [];
    for (const [index, race] of seen.entries())
      races.push({ ...race, ...(await store.snapshot(town(index + 1), (read) => judgeTown(read, race))) });
    return races;
  } finally {
    await store.close();
  }
}

function town(number: number) {
  return municipalityId.parse(`stadt-${number}`);
}

/** From Tuesday to Friday, and no holiday: what `benchRules` has open. */
function nextOpenDay(): LocalDate {
  let on = addDays(localDateOf(instantOf(Date.now())), 2);
  while (![2, 3, 4, 5].includes(weekdayOf(on)) || isPublicHoliday(on)) on = addDays(on, 1);
  return on;
}
