import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { giroCode, longestGiroCode, paymentSlip } from '@amtsstube/shared/domain/fees/payment-slip';
import { instant } from '@amtsstube/shared/domain/time';
import { aLetter } from '@amtsstube/shared/fixtures/a-letter';
import { aSlip } from '@amtsstube/shared/fixtures/meetings/fee-acts';
import type * as jsqr from 'jsqr';
import { describe, expect, it } from 'vitest';
import { letterPdf } from './letter-pdf.ts';
import { qrPath } from './qr-squares.ts';

const require = createRequire(import.meta.url);
const { resolve } = require;
const { default: readCode } = require('jsqr') as typeof jsqr.default;
const font = (file: string) => readFileSync(resolve(`@expo-google-fonts/noto-sans/${file}`));
const fonts = {
  regular: font('400Regular/NotoSans_400Regular.ttf'),
  bold: font('700Bold/NotoSans_700Bold.ttf'),
};
const at = instant.parse('2026-11-23T09:00:00.000Z');

const once = printed(aSlip(3550));

async function printed(payment = aSlip()): Promise<string> {
  const letter = aLetter({ payment });
  return Buffer.from(await letterPdf({ letter, at, isDraft: false }, fonts)).toString('latin1');
}

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

describe('the payment slip', () => {
  it('has a code that a foreign reader reads as the transfer it stands beside (EPC069-12, version 002)', async () => {
    const slip = aSlip(3550);
    const dark = filledIn(await once);
    expect(dark.length).toBeGreaterThan(100);
    const text = read(dark);
    expect(text).toBe(giroCode(slip));
    expect(text?.split('\n')).toEqual([
      'BCD',
      '002',
      '1',
      'SCT',
      'BYLADEM1001',
      'Musterstadt (Altmark)',
      'DE02120300000000202051',
      'EUR35.50',
      '',
      '',
      slip.reference,
    ]);
  });

  it('holds the longest there can be, umlauts and all, within what every reader takes', async () => {
    const slip = paymentSlip.parse({
      ...aSlip(1e8),
      holder: 'Ö'.repeat(70),
      iban: 'MT84MALT011000012345MTLCAST001S',
      reference: 'R'.repeat(35),
    });
    expect(Buffer.byteLength(giroCode(slip))).toBeLessThanOrEqual(longestGiroCode);
    expect(read(filledIn(await printed(slip)))).toBe(giroCode(slip));
  });

  it('is tagged: a heading, and a picture with words for who doesn’t see it', async () => {
    const pdf = await once;
    expect(pdf).toContain('/S /Figure');
    expect(pdf).toMatch(/\/Alt \(/);
  });

  it('is the same bytes from the same letter', async () => {
    expect(await printed(aSlip(3550))).toBe(await once);
  });

  it('is the same code as a picture of a page', () => {
    const { path } = qrPath(giroCode(aSlip()));
    const dark = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)].map(([, x, y, width]) => ({
      x: Number(x),
      y: Number(y),
      width: Number(width),
      height: 1,
    }));
    expect(read(dark)).toBe(giroCode(aSlip()));
  });
});

/** What the PDF fills with black, in the order it is drawn; points, y counts down as pdfkit turns the page over. */
function filledIn(pdf: string): readonly Rectangle[] {
  const number = String.raw`(-?[\d.]+)`;
  const pattern = new RegExp(`^${number} ${number} ${number} ${number} re$`, 'gm');
  return [...pdf.matchAll(pattern)]
    .map(([, x, y, width, height]) => ({
      x: Number(x),
      y: Number(y),
      width: Number(width),
      height: Number(height),
    }))
    .filter(({ height }) => height < 20);
}

/** As a camera sees it: black rectangles on white, with the margin a code needs. */
function read(dark: readonly Rectangle[]): string | undefined {
  const unit = Math.min(...dark.map(({ height }) => height));
  const [left, top] = [Math.min(...dark.map(({ x }) => x)), Math.min(...dark.map(({ y }) => y))];
  const right = Math.max(...dark.map(({ x, width }) => x + width));
  const dots = 6;
  const margin = 4 * dots;
  const side = Math.round(((right - left) / unit) * dots) + 2 * margin;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const { x, y, width, height } of dark) {
    const [fromX, toX] = [x - left, x - left + width].map((at) => Math.round((at / unit) * dots) + margin);
    const [fromY, toY] = [y - top, y - top + height].map((at) => Math.round((at / unit) * dots) + margin);
    for (let row = fromY ?? 0; row < (toY ?? 0); row += 1)
      for (let column = fromX ?? 0; column < (toX ?? 0); column += 1)
        pixels.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
  }
  const found = readCode(pixels, side, side);
  return found ? Buffer.from(found.binaryData).toString('utf8') : undefined;
}
