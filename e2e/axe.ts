import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { settled } from './settled.ts';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 AA, as BITV 2.0 asks of public bodies, and axe's advice on top. */
export const rules: RunOptions = {
  runOnly: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  resultTypes: ['violations'],
};

/** In other colours only colours can be wrong: the markup and the sizes are the same. */
export const colourRules: RunOptions = {
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
  resultTypes: ['violations'],
};

/**
 * Widths in CSS pixels: a phone at WCAG 1.4.10's limit, half a screen, a PC. What half a screen shows, one of the others shows too, so axe
 * needn't look there, and colours don't depend on the width.
 */
const looks = [
  { colorScheme: 'light', width: 320, asked: rules },
  { colorScheme: 'light', width: 640, asked: false },
  { colorScheme: 'light', width: 1280, asked: rules },
  { colorScheme: 'dark', width: 1280, asked: colourRules },
] as const;

/**
 * What is wrong with the page as it is now, in light and dark, wide and narrow: axe's findings, and a page that must be
 * scrolled sideways. Empty = nothing. The viewport is put back afterwards.
 */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  const before = page.viewportSize();
  const problems: string[] = [];
  for (const { colorScheme, width, asked } of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    // where the last click happened to scroll to, the bar may lie over half a button
    await page.evaluate(() => scrollTo({ top: 0 }));
    await settled(page);
    const where = `${colorScheme}, ${width} px`;
    if (asked) problems.push(...(await axeProblems(page, asked)).map((each) => `${where}: ${each}`));
    if (colorScheme === 'light')
      problems.push(...(await sidewaysProblems(page)).map((each) => `${where}: ${each}`));
  }
  await page.emulateMedia({ colorScheme: 'light' });
  if (before) await page.setViewportSize(before);
  return problems;
}

/** Whether the page must be scrolled sideways, which WCAG 1.4.10 forbids and nobody wants. */
export async function sidewaysProblems(page: Page): Promise<string[]> {
  // a list becomes cards in the frame after the window became narrow, or in one of the next on a busy machine
  await page
    .waitForFunction(() => document.documentElement.scrollWidth <= innerWidth, undefined, { timeout: 2_000 })
    .catch(() => undefined);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return overflow > 0 ? [`${overflow} px must be scrolled sideways`] : [];
}

/** What axe finds on the page as it is drawn now. */
export async function axeProblems(page: Page, asked: RunOptions = rules): Promise<string[]> {
  // evaluated, not added as a script element, which the pages' CSP rightly refuses
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  const { violations } = await page.evaluate(
    (options) =>
      (globalThis as unknown as { axe: { run(given: RunOptions): Promise<AxeResults> } }).axe.run(options),
    asked,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} (${failureSummary ?? ''})`),
  );
}
