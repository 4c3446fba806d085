import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumArguments, findChromium } from './find-chromium.ts';
import { icoOf } from './ico.ts';
import { root } from './steps.ts';

/** Draws build/icons/icon.svg in the sizes that Windows and Linux ask for; run by hand when the picture changes. */
const folder = join(root, 'build/icons');
const inIco = [16, 24, 32, 48, 64, 128, 256];
const forLinux = [16, 32, 48, 64, 128, 256, 512];

const svg = readFileSync(join(folder, 'icon.svg'), 'utf8').replace(
  '<svg ',
  '<svg width="100%" height="100%" ',
);
const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: [...chromiumArguments()],
});
try {
  const drawn = new Map<number, Uint8Array>();
  for (const size of new Set([...inIco, ...forLinux])) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<body style="margin:0;height:100vh;overflow:hidden">${svg}</body>`);
    drawn.set(size, await page.screenshot({ omitBackground: true }));
    await page.close();
  }
  mkdirSync(join(folder, 'linux'), { recursive: true });
  for (const size of forLinux)
    writeFileSync(join(folder, `linux/${size}x${size}.png`), drawn.get(size) ?? '');
  writeFileSync(
    join(folder, 'icon.ico'),
    icoOf(inIco.map((size) => ({ size, png: drawn.get(size) ?? new Uint8Array() }))),
  );
} finally {
  await browser.close();
}
