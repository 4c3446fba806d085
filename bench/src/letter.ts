import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { letterPdf } from '@amtsstube/print/letter-pdf';
import { instant } from '@amtsstube/shared/domain/time';
import { aLetter } from '@amtsstube/shared/fixtures/a-letter';
import { milliseconds, say } from './common/report.ts';
import { percentile } from './common/statistics.ts';

/** What a clerk waits for a letter as PDF at most. */
const limitMs = 500;
const rounds = 40;

const { resolve } = createRequire(import.meta.url);
const font = (file: string) => readFileSync(resolve(`@expo-google-fonts/noto-sans/${file}`));
const fonts = {
  regular: font('400Regular/NotoSans_400Regular.ttf'),
  bold: font('700Bold/NotoSans_700Bold.ttf'),
};
const at = instant.parse('2026-11-23T09:00:00.000Z');
const long = Array.from(
  { length: 14 },
  (_, index) => `${index + 1}. ${'Nach der Satzung gilt der höhere Satz. '.repeat(9)}`,
).join('\n\n');

/** Letters of one page and of three, the very code of the desk's worker and of the server. */
async function benchLetter(): Promise<boolean> {
  const results = [];
  for (const [name, text] of [
    ['one page', undefined],
    ['three pages', long],
  ] as const) {
    const letter = aLetter(text === undefined ? {} : { text });
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const began = performance.now();
      await letterPdf({ letter, at, isDraft: false }, fonts);
      times.push(performance.now() - began);
    }
    const [first = 0, ...warm] = times;
    say(`letter of ${name}: first`, milliseconds(first));
    say(
      `letter of ${name}: p50 / p95`,
      [0.5, 0.95].map((share) => milliseconds(percentile(warm, share))).join(' / '),
    );
    results.push(percentile(warm, 0.95));
  }
  const slowest = Math.max(...results);
  const isFast = slowest <= limitMs;
  console.log(
    `bench letter: p95 ${milliseconds(slowest)} = ${(slowest / limitMs).toFixed(2)}x the limit of ${limitMs} ms ${isFast ? 'ok' : 'MISSED'}`,
  );
  return isFast;
}

try {
  process.exitCode = (await benchLetter()) ? 0 : 1;
} catch (failure) {
  console.error(failure);
  process.exitCode = 1;
}
