import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { measureCrowd } from './citizen/measure-crowd.ts';
import { measureLighthouse } from './citizen/measure-lighthouse.ts';
import { measureUsable } from './citizen/measure-usable.ts';
import { startTown } from './citizen/town.ts';
import { milliseconds, say, seconds } from './common/report.ts';
import { percentile } from './common/statistics.ts';

const citizens = 200;
const longestThought = 8000;
const limits = { score: 95, usableMs: 3000, p95Ms: 200 };

/** The figures of the citizens' page; README.md says what each means. Returns whether all are met. */
async function benchCitizen(): Promise<boolean> {
  const town = await startTown();
  try {
    const home = `/m/${testTown.municipalityId}/`;
    const service = `${home}services/${testTown.serviceId}`;
    const paths = ['/', home, service, `${service}/form`, `${home}barrierefreiheit`];

    const usable = await worstUsable(town.url, paths);
    const crowd = await sayCrowd(town.url);
    const lowest = await lowestScore(town.url, paths);

    const checks = [
      [`Lighthouse ${lowest} (≥ ${limits.score})`, lowest >= limits.score],
      [`usable ${seconds(usable)} (≤ ${seconds(limits.usableMs)})`, usable <= limits.usableMs],
      [`p95 ${milliseconds(crowd.p95)} (≤ ${limits.p95Ms} ms)`, crowd.p95 <= limits.p95Ms],
      [`errors ${crowd.errors} (0)`, crowd.errors === 0],
    ] as const;
    console.log(
      `bench citizen: ${checks.map(([words, isMet]) => `${words} ${isMet ? 'met' : 'MISSED'}`).join('; ')}`,
    );
    return checks.every(([, isMet]) => isMet);
  } finally {
    await town.close();
  }
}

async function lowestScore(url: string, paths: readonly string[]): Promise<number> {
  const scored = await measureLighthouse(url, paths);
  for (const { path, scores, lost } of scored)
    say(
      `Lighthouse ${path}`,
      `${Object.values(scores).join(' / ')}${lost.length > 0 ? ` (${lost.join(', ')})` : ''}`,
    );
  return Math.min(...scored.flatMap(({ scores }) => Object.values(scores)));
}

async function worstUsable(url: string, paths: readonly string[]): Promise<number> {
  let worst = 0;
  for (const path of paths) {
    const ms = await measureUsable(url + path);
    say(`usable at 400 kbit/s, CPU 4x slower: ${path}`, seconds(ms));
    worst = Math.max(worst, ms);
  }
  return worst;
}

async function sayCrowd(url: string): Promise<{ readonly p95: number; readonly errors: number }> {
  const crowd = await measureCrowd(url, citizens, longestThought, 0);
  const all = [...crowd.pages, ...crowd.sends];
  const p95 = percentile(all, 0.95);
  const words = (values: readonly number[]) =>
    `${milliseconds(percentile(values, 0.5))} / ${milliseconds(percentile(values, 0.95))}`;
  say(`${citizens} citizens at once, p50 / p95: all requests`, words(all));
  say('  pages / sending', `${words(crowd.pages)}; ${words(crowd.sends)}`);
  say('  beside: a route that does nothing', words(crowd.noOp));
  say('  applications received', `${crowd.received} of ${citizens}`);
  for (const error of new Set(crowd.errors)) say('  error', error);
  const flood = await measureCrowd(url, citizens, 0, citizens);
  say(
    '  nobody thinks: pages / sending / nothing',
    [flood.pages, flood.sends, flood.noOp].map(words).join('; '),
  );
  say('  errors / received', `${flood.errors.length} / ${flood.received}`);
  return { p95, errors: crowd.errors.length + flood.errors.length };
}

try {
  process.exitCode = (await benchCitizen()) ? 0 : 1;
} catch (failure) {
  console.error(failure);
  process.exitCode = 1;
}
