import { chromium } from 'playwright-core';
import { chromiumArguments, findChromium } from '../../../build/find-chromium.ts';

const kilobitsPerSecond = 400;
const roundTripMs = 150;
const slowDown = 4;

/**
 * Milliseconds until a page asked for the first time can be read and filled in, on a slow line and a slow telephone:
 * painted with its style, and its scripts have run.
 */
export async function measureUsable(url: string): Promise<number> {
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: chromiumArguments(),
    chromiumSandbox: false,
  });
  try {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: roundTripMs,
      downloadThroughput: (kilobitsPerSecond * 1000) / 8,
      uploadThroughput: (kilobitsPerSecond * 1000) / 8,
    });
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
    await page.goto(url, { waitUntil: 'load' });
    return await page.evaluate(() => {
      const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
      const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN;
      return Math.max(painted, navigation?.domContentLoadedEventEnd ?? Number.NaN);
    });
  } finally {
    await browser.close();
  }
}
