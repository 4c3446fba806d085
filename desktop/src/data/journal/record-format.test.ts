import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf, textOf } from '../../host/contract-case.ts';
import { frame, headerFormat, recordFormat, scan } from './record-format.ts';

/** A file of frames, and where each one begins and ends. */
function aFile(texts: readonly string[]) {
  const frames = texts.map((text, index) =>
    frame(Uint8Array.of(index === 0 ? headerFormat : recordFormat, ...bytesOf(text))),
  );
  const ends = frames.map((_, index) =>
    frames.slice(0, index + 1).reduce((sum, { length }) => sum + length, 0),
  );
  const at = frames.map(({ length }, index) => ({ from: (ends[index] ?? 0) - length, to: ends[index] ?? 0 }));
  return { bytes: Uint8Array.from(frames.flatMap((each) => [...each])), at };
}

const texts = ['header', 'eins', 'zwei, etwas länger', 'drei'];
const textsIn = (bytes: Uint8Array) => scan(bytes).bodies.map((body) => textOf(body.subarray(1)));

describe('[J3] reading the frames of a journal', () => {
  it('gives all bodies in order, and nothing is torn or damaged', () => {
    const { bytes } = aFile(texts);
    expect(textsIn(bytes)).toEqual(texts);
    expect(scan(bytes)).toMatchObject({ end: bytes.length, damagedBytes: 0 });
  });

  it('a tail torn at any byte costs the last record only, and is no damage', () => {
    const { bytes, at } = aFile(texts);
    const last = at.at(-1) ?? expect.unreachable();
    for (let cut = last.from; cut < last.to; cut += 1) {
      const torn = bytes.slice(0, cut);
      expect(textsIn(torn), `cut at ${cut}`).toEqual(texts.slice(0, -1));
      expect(scan(torn), `cut at ${cut}`).toMatchObject({ end: last.from, damagedBytes: 0 });
    }
  });

  it('a tail of zeros, as some file systems leave it, is torn and not a record', () => {
    const { bytes } = aFile(texts);
    const zeros = new Uint8Array(bytes.length + 100);
    zeros.set(bytes);
    expect(textsIn(zeros)).toEqual(texts);
    expect(scan(zeros)).toMatchObject({ end: bytes.length, damagedBytes: 0 });
  });

  it('flipped bits cost the records they are in, and nothing behind them', () => {
    const { bytes, at } = aFile(texts);
    const flips = fc.uniqueArray(fc.nat({ max: bytes.length * 8 - 1 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(flips, (bits) => {
        const damaged = flipped(bytes, bits);
        const isWhole = ({ from, to }: { from: number; to: number }) =>
          bits.every((bit) => bit < from * 8 || bit >= to * 8);
        expect(textsIn(damaged)).toEqual(
          texts.filter((_, index) => isWhole(at[index] ?? { from: 0, to: 0 })),
        );
        const end = at.findLast(isWhole)?.to ?? 0;
        const lost = at.filter((each) => each.to <= end && !isWhole(each));
        expect(scan(damaged)).toMatchObject({
          end,
          damagedBytes: lost.reduce((sum, { from, to }) => sum + to - from, 0),
        });
      }),
      { numRuns: 500 },
    );
  });

  it('bytes that vanish or appear in the middle cost no record behind them', () => {
    const { bytes, at } = aFile(texts);
    const second = at[1] ?? expect.unreachable();
    for (let from = second.from; from < second.to; from += 1) {
      const shortened = [...bytes.slice(0, from), ...bytes.slice(from + 1)];
      expect(textsIn(Uint8Array.from(shortened))).toEqual(['header', ...texts.slice(2)]);
    }
    const lengthened = [...bytes.slice(0, second.from), 0xff, 1, 0, ...bytes.slice(second.from)];
    expect(textsIn(Uint8Array.from(lengthened))).toEqual(texts);
    expect(scan(Uint8Array.from(lengthened)).damagedBytes).toBe(3);
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const { end, damagedBytes } = scan(bytes);
        expect(end).toBeLessThanOrEqual(bytes.length);
        expect(damagedBytes).toBeLessThanOrEqual(end);
      }),
    );
  });
});

describe('[J9] the bytes of version 1', () => {
  it('are u32 length, u32 CRC-32, body, little-endian', () => {
    // the check value of CRC-32/ISO-HDLC is cbf43926 for "123456789"
    expect(frame(bytesOf('123456789'))).toEqual(
      Uint8Array.of(9, 0, 0, 0, 0x26, 0x39, 0xf4, 0xcb, ...bytesOf('123456789')),
    );
  });
});

function flipped(bytes: Uint8Array, bits: readonly number[]): Uint8Array {
  const copy = bytes.slice();
  for (const bit of bits) copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
}
