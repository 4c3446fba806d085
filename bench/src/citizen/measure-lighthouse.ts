import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { chromiumArguments, findChromium } from '../../../build/find-chromium.ts';

/** Lighthouse's four, from 0 to 100. */
export interface Scores {
  readonly performance: number;
  readonly accessibility: number;
  readonly 'best-practices': number;
  readonly seo: number;
}

export interface Scored {
  readonly path: string;
  readonly scores: Scores;
  /** What took points away. */
  readonly lost: readonly string[];
}

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** Each page with Lighthouse's own telephone and line (simulated: four times slower, 1.6 Mbit/s). */
export async function measureLighthouse(url: string, paths: readonly string[]): Promise<readonly Scored[]> {
  const chrome = await launch({
    chromePath: await findChromium(),
    chromeFlags: ['--headless=new', ...chromiumArguments()],
    logLevel: 'silent',
  });
  try {
    const scored: Scored[] = [];
    for (const path of paths) {
      const result = await lighthouse(url + path, {
        port: chrome.port,
        output: 'json',
        logLevel: 'silent',
        onlyCategories: [...categories],
      });
      const report = result?.lhr;
      if (!report || report.runtimeError)
        throw new Error(
          `Lighthouse could not look at ${path}: ${report?.runtimeError?.message ?? 'no report'}`,
        );
      const scoreOf = (name: (typeof categories)[number]) =>
        Math.round((report.categories[name]?.score ?? 0) * 100);
      const lost = categories.flatMap((name) =>
        (report.categories[name]?.auditRefs ?? [])
          .filter(({ id, weight }) => weight > 0 && (report.audits[id]?.score ?? 1) < 0.9)
          .map(({ id }) => `${id} ${report.audits[id]?.displayValue ?? ''}`.trim()),
      );
      scored.push({
        path,
        lost,
        scores: {
          performance: scoreOf('performance'),
          accessibility: scoreOf('accessibility'),
          'best-practices': scoreOf('best-practices'),
          seo: scoreOf('seo'),
        },
      });
    }
    return scored;
  } finally {
    chrome.kill();
  }
}
