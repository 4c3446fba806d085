import { type HttpRace, raceOverHttp } from './booking/http/race-over-http.ts';
import { measureClaims } from './booking/measure-claims.ts';
import { measureListing } from './booking/measure-listing.ts';
import { citizens, race, slots } from './booking/race.ts';
import { BenchTown } from './booking/town.ts';
import { milliseconds, perSecond, say, seconds } from './common/report.ts';
import { median, percentile } from './common/statistics.ts';

const repeats = 20;
/** Over HTTP; `npm run bench -- booking 100` for all that the figure is stated for. */
const httpRepeats = Number(process.argv[2] ?? 10);
const goals = { citizenMs: 2000, listingMs: 20 };
const leastGain = 3;

/** The figures of booking, at the server's core on its real file; README.md says what each means. */
async function benchBooking(): Promise<boolean> {
  const bench = new BenchTown();
  await bench.open();
  try {
    const races = [];
    for (let repeat = 0; repeat < repeats; repeat += 1) races.push(await race(bench));
    const wrong = races.reduce((sum, { doubled, lost }) => sum + doubled + lost, 0);
    const isFull = races.every(({ booked }) => booked === slots);
    const slowest = percentile(
      races.flatMap(({ citizenMs }) => citizenMs),
      0.95,
    );
    say(
      `${citizens} citizens for ${slots} times, ${repeats} repeats`,
      seconds(median(races.map(({ ms }) => ms))),
    );
    say('  a citizen until she knows, p95', `${milliseconds(slowest)} (goal ${goals.citizenMs} ms)`);
    say('  somebody was first, per race', String(median(races.map(({ refused }) => refused))));

    const overHttp = await raceOverHttp(httpRepeats);
    const wrongOverHttp = overHttp.reduce((sum, { doubled, lost }) => sum + doubled + lost, 0);
    const isFullOverHttp = overHttp.every(({ free }) => free === 0);
    const wrongAhead = overHttp.reduce((sum, { broken, unanswered }) => sum + broken + unanswered, 0);
    const wrongClaims = overHttp.flatMap((each) => each.wrongClaims ?? []);
    sayHttp(overHttp);
    for (const each of wrongClaims) say('  claims and documents differ', each);

    const listing = await measureListing(bench);
    say(
      `a month of 10 counters x 20 services, ${listing.claims} claims`,
      `${milliseconds(median(listing.times))} (CPU ${milliseconds(median(listing.cpuMs))}), p95 ${milliseconds(percentile(listing.times, 0.95))} ` +
        `(goal ${goals.listingMs} ms), ${listing.slots} times`,
    );

    const { aloneCount, aloneMs, groupedCount, groupedMs } = await measureClaims(bench);
    const gain = groupedCount / groupedMs / (aloneCount / aloneMs);
    say('bookings, a commit each', perSecond(aloneCount, aloneMs));
    say('bookings, 100 at once', perSecond(groupedCount, groupedMs));

    console.log(
      `bench booking: doubled, lost ${wrong + wrongOverHttp} (0) ${verdict(wrong + wrongOverHttp === 0)}; ` +
        `all times given ${verdict(isFull && isFullOverHttp)}; ` +
        `leased bookings refused, moved or unanswered ${wrongAhead} (0) ${verdict(wrongAhead === 0)}; ` +
        `claims wrong ${wrongClaims.length} (0) ${verdict(wrongClaims.length === 0)}; ` +
        `group commit ${gain.toFixed(1)}x of one each (≥ ${leastGain}x) ${verdict(gain >= leastGain)}; ` +
        `listing ${milliseconds(median(listing.times))} (goal ${goals.listingMs} ms)`,
    );
    const isRight = wrong + wrongOverHttp + wrongAhead + wrongClaims.length === 0;
    return isRight && isFull && isFullOverHttp && gain >= leastGain;
  } finally {
    await bench.close();
  }
}

function sayHttp(races: readonly HttpRace[]): void {
  for (const isKilled of [false, true]) {
    const some = races.filter((race) => race.isKilled === isKilled);
    if (some.length === 0) continue;
    say(
      `over HTTP${isKilled ? ', server and desks killed in the middle' : ''}, ${some.length} repeats`,
      seconds(median(some.map(({ ms }) => ms))),
    );
    const slowest = percentile(
      some.flatMap(({ citizenMs }) => citizenMs),
      0.95,
    );
    say('  a citizen until she knows, p95', `${milliseconds(slowest)} (goal ${goals.citizenMs} ms)`);
    say(
      '  booked; somebody was first; asked again; lost, doubled',
      some
        .map((race) => `${race.booked}; ${race.refused}; ${race.repeated}; ${race.lost}, ${race.doubled}`)
        .join(' | '),
    );
    say(
      '  leases: firm; of the revoked one, moved; broken, unanswered; units left',
      some
        .map(
          ({ desks, moved, broken, unanswered, free }) =>
            `${desks.firm.length}; ${desks.revoked.length}, ${moved}; ${broken}, ${unanswered}; ${free}`,
        )
        .join(' | '),
    );
  }
}

function verdict(isMet: boolean): string {
  return isMet ? 'met' : 'MISSED';
}

try {
  process.exitCode = (await benchBooking()) ? 0 : 1;
} catch (failure) {
  console.error(failure);
  process.exitCode = 1;
}
