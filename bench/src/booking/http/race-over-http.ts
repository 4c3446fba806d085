import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Booking, claimedBy } from '@amtsstube/shared/domain/appointments/appointment';
import { weekdayOf } from '@amtsstube/shared/domain/appointments/local-day';
import { municipalityId } from '@amtsstube/shared/domain/ids';
import { addDays, instantOf, type LocalDate, localDateOf } from '@amtsstube/shared/domain/time';
import { isPublicHoliday } from '@amtsstube/shared/domain/working-days';
import { openSqliteStore } from '@amtsstube/sync-server/store/sqlite-store';
import { type Child, startChild } from '../../citizen/child.ts';
import { citizens } from '../race.ts';
import type { Raced } from './citizens.ts';

/** One race of all citizens, over HTTP and to the page that says what she has. */
export interface HttpRace extends Raced {
  /** Whether the server was killed in the middle of it (kill -9) and started again. */
  readonly isKilled: boolean;
  readonly ms: number;
  readonly booked: number;
  readonly doubled: number;
  readonly lost: number;
}

/** @param repeats how many races, each in a town of its own; the server is killed in every second one */
export async function raceOverHttp(repeats: number): Promise<readonly HttpRace[]> {
  const directory = await mkdtemp(join(tmpdir(), 'amtsstube-bench-booking-http-'));
  const secret = randomBytes(32).toString('base64url');
  const start = (port: string) =>
    startChild(join(import.meta.dirname, 'serve.ts'), [String(repeats)], {
      AMTSSTUBE_DATA: directory,
      AMTSSTUBE_PORT: port,
      AMTSSTUBE_SECRET: secret,
      AMTSSTUBE_PROXIES: '1',
      AMTSSTUBE_LOG_LEVEL: 'error',
    });
  let server: Child = start('0');
  try {
    const url = await server.line();
    const day = nextOpenDay();
    const raced: Omit<HttpRace, 'booked' | 'doubled' | 'lost'>[] = [];
    for (let number = 1; number <= repeats; number += 1) {
      const startedAt = performance.now();
      const crowd = startChild(join(import.meta.dirname, 'citizens.ts'), [
        url,
        town(number),
        day,
        String(citizens),
      ]);
      const isKilled = number % 2 === 0;
      if (isKilled) {
        // somewhere in the middle, another place each time
        await pause(600 + ((number * 137) % 900));
        await server.kill();
        server = start(new URL(url).port);
        await server.line();
      }
      const seen = JSON.parse(await crowd.line()) as Raced;
      await crowd.end();
      raced.push({ ...seen, isKilled, ms: performance.now() - startedAt });
    }
    await server.end();
    return await judge(directory, raced);
  } finally {
    await server.kill();
    await rm(directory, { recursive: true, force: true });
  }
}

async function judge(
  directory: string,
  raced: readonly Omit<HttpRace, 'booked' | 'doubled' | 'lost'>[],
): Promise<readonly HttpRace[]> {
  const store = await openSqliteStore({ directory });
  const races: HttpRace[] = [];
  for (const [index, race] of raced.entries()) {
    const stored = await store.snapshot(town(index + 1), (read) =>
      read.allDocuments('appointments', '', 10_000),
    );
    const bookings = stored.flatMap(({ document }) => (document ? [document as Booking] : []));
    const units = bookings.flatMap((booking) => {
      const { counterId, from, to } = claimedBy(booking);
      return Array.from({ length: to - from }, (_, at) => `${counterId} ${from + at}`);
    });
    const emails = bookings.map(({ visitor }) => visitor.email);
    races.push({
      ...race,
      booked: bookings.length,
      // a time twice, or a person
      doubled: units.length - new Set(units).size + emails.length - new Set(emails).size,
      lost: race.acknowledged.filter((email) => !emails.includes(email)).length,
    });
  }
  await store.close();
  return races;
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
