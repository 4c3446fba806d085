import { megabytes, milliseconds, perSecond, say, seconds } from './common/report.ts';
import { startBrowser } from './sync/browser.ts';
import { bundleSyncPage } from './sync/bundle-page.ts';
import {
  compareInitialPulls,
  initialPullLimit,
  progressLimitMs,
  sealingLimit,
} from './sync/compare-initial-pulls.ts';
import { startFilledTown } from './sync/filled-town.ts';
import { dossierLimitMs, measureDossiers } from './sync/measure-dossiers.ts';
import { measureNotes } from './sync/measure-notes.ts';
import { measureStoreAlone } from './sync/measure-store.ts';

const caseCount = 10_000;

/** The figures of replication; README.md says what each means. Returns whether the three checks are met. */
async function benchSync(): Promise<boolean> {
  const town = await startFilledTown(caseCount, bundleSyncPage);
  const browser = await startBrowser();
  try {
    const alone = await measureStoreAlone(town.server);
    say('server store, one after another', `${perSecond(alone.operations, alone.ms)} submitApplication`);
    say('server store, grouped by 500', `${perSecond(town.operations, town.fillMs)} submitApplication`);

    const pulls = await compareInitialPulls(browser, town, (round) => {
      const name = round.number === 0 ? 'warm-up' : `round ${round.number}`;
      say(
        `initial pull, ${name}`,
        `raw ${seconds(round.raw.ms)}, desk unsealed ${seconds(round.unsealed.ms)} = ${round.ratio.toFixed(2)}x raw, ` +
          `sealed ${seconds(round.sealed.ms)} = ${round.sealing.toFixed(2)}x unsealed`,
      );
    });
    say('transferred, desk / raw', `${megabytes(pulls.deskBytes)} / ${megabytes(pulls.rawBytes)} (gzip)`);
    say('until progress is shown, slowest', seconds(pulls.slowestProgressMs));
    say('until compared equal after the pull', seconds(pulls.verifiedMs));
    say('of that: digest of 10,000 dossiers', seconds(pulls.digestMs));
    say('heap of the page after the pull', `${megabytes(pulls.deskHeapBytes)} (after collection)`);
    say('server and this program, resident', megabytes(process.memoryUsage().rss));

    const notes = await measureNotes(browser, town);
    say('"gespeichert" p50 / p95, first 100 in the queue', latencies(notes.savedFirst));
    say('"gespeichert" p50 / p95, notes 401 to 500', latencies(notes.savedLast));
    say('raw OPFS write and flush p50 / p95', latencies(notes.raw));
    say('handed over by one desk', `${perSecond(notes.count, notes.handOverMs)} (${notes.count} notes)`);

    const dossiers = await measureDossiers(town);
    say('one dossier of ten events over HTTP p50 / p95', latencies(dossiers.fetched));
    say('a request for nothing p50 / p95', latencies(dossiers.nothing));
    const dossierRatio = dossiers.fetched.p50 / dossiers.nothing.p50;
    const isAtOnce = dossiers.fetched.p95 <= dossierLimitMs;

    const isFast = pulls.sealedRatio <= initialPullLimit;
    const isCheap = pulls.sealing <= sealingLimit;
    console.log(
      `bench sync: initial pull, sealed, ${pulls.sealedRatio.toFixed(2)}x raw (limit ${initialPullLimit}x) ${verdict(isFast)}; ` +
        `unsealed ${pulls.ratio.toFixed(2)}x raw; ` +
        `sealed ${pulls.sealing.toFixed(2)}x unsealed (limit ${sealingLimit}x) ${verdict(isCheap)}; ` +
        `a dossier on demand p95 ${milliseconds(dossiers.fetched.p95)} (limit ${dossierLimitMs} ms) ${verdict(isAtOnce)}, ` +
        `${dossierRatio.toFixed(1)}x a request for nothing; ` +
        `progress after ${seconds(pulls.slowestProgressMs)} (goal ${seconds(progressLimitMs)})`,
    );
    return isFast && isCheap && isAtOnce;
  } finally {
    await browser.close();
    await town.close();
  }
}

function latencies({ p50, p95 }: { readonly p50: number; readonly p95: number }): string {
  return `${milliseconds(p50)} / ${milliseconds(p95)}`;
}

function verdict(isMet: boolean): string {
  return isMet ? 'ok' : 'MISSED';
}

try {
  process.exitCode = (await benchSync()) ? 0 : 1;
} catch (failure) {
  console.error(failure);
  process.exitCode = 1;
}
