import type { RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { axeProblems, colourRules, rules, sidewaysProblems } from './axe.ts';
import { film, takesPictures } from './film-strip.ts';
import { settled } from './settled.ts';

interface Look {
  readonly name: string;
  readonly colorScheme: 'light' | 'dark';
  readonly contrast: 'no-preference' | 'more';
  readonly width: number;
  readonly height: number;
  /** What axe looks at: all of an arrangement that no other look has, the colours of a scheme that none has; false: nothing. */
  readonly asked: RunOptions | false;
}

const [usual, more] = ['no-preference', 'more'] as const;

/** The desk as clerks have it open. 200 % on a window of 1280 pixels leaves 640 of CSS. */
const looks: readonly Look[] = [
  { name: 'light-1280', colorScheme: 'light', contrast: usual, width: 1280, height: 800, asked: rules },
  { name: 'light-1920', colorScheme: 'light', contrast: usual, width: 1920, height: 1080, asked: false },
  { name: 'dark-1280', colorScheme: 'dark', contrast: usual, width: 1280, height: 800, asked: false },
  {
    name: 'dark-1920',
    colorScheme: 'dark',
    contrast: usual,
    width: 1920,
    height: 1080,
    asked: colourRules,
  },
  {
    name: 'contrast-1280',
    colorScheme: 'light',
    contrast: more,
    width: 1280,
    height: 800,
    asked: colourRules,
  },
  {
    name: 'contrast-1920',
    colorScheme: 'dark',
    contrast: more,
    width: 1920,
    height: 1080,
    asked: colourRules,
  },
  {
    name: 'light-200percent',
    colorScheme: 'light',
    contrast: usual,
    width: 640,
    height: 400,
    asked: rules,
  },
];

/** Takes a picture of what is shown, in every look; what is wrong with any of them. Empty = nothing. */
export async function lookAt(page: Page, name: string): Promise<string[]> {
  const problems: string[] = [];
  for (const { name: look, colorScheme, contrast, width, height, asked } of looks) {
    if (!asked && !takesPictures) continue;
    await page.emulateMedia({ colorScheme, contrast });
    await page.setViewportSize({ width, height });
    // a bar that sticks would be drawn in the middle of a long picture
    await page.evaluate(() => scrollTo({ top: 0 }));
    await settled(page);
    const found = await sidewaysProblems(page);
    if (asked) found.push(...(await axeProblems(page, asked)).filter((problem) => !isHalfUnderABar(problem)));
    problems.push(...found.map((each) => `${name}, ${look}: ${each}`));
    await film(page, `gallery/${name}.${look}`);
  }
  await page.emulateMedia({ colorScheme: 'light', contrast: usual });
  await page.setViewportSize({ width: 1280, height: 800 });
  return problems;
}

/** A bar that sticks to the window's edge cuts through some row at every height: scrolling frees it. */
function isHalfUnderABar(problem: string): boolean {
  return problem.startsWith('target-size: ') && problem.includes('because it is partially obscured');
}
