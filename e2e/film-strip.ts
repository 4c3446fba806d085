import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { settled } from './settled.ts';

const directory = join(import.meta.dirname, '.out');

/** `npm test` takes none: nobody looks at them, and drawing them is a tenth of its time. */
export const takesPictures = process.env['E2E_PICTURES'] !== 'none';

/** Keeps a picture of what a person sees at this point of a journey, to be looked at. Not committed. */
export async function film(page: Page, name: string): Promise<void> {
  if (!takesPictures) return;
  await settled(page);
  const path = join(directory, `${name}.png`);
  await mkdir(dirname(path), { recursive: true });
  await page.screenshot({ path, fullPage: true });
}

/** The same in light and dark, wide, and as narrow as 200 % leaves a window of 1280 pixels. */
export async function filmLooks(page: Page, name: string): Promise<void> {
  if (!takesPictures) return;
  const before = page.viewportSize();
  for (const [width, height] of [
    [1280, 800],
    [640, 800],
  ] as const)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height });
      // a bar that sticks would be drawn in the middle of a long picture
      await page.evaluate(() => scrollTo({ top: 0 }));
      await film(page, `${name}.${colorScheme}-${width}`);
    }
  await page.emulateMedia({ colorScheme: 'light' });
  if (before) await page.setViewportSize(before);
}
