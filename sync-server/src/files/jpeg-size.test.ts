import { describe, expect, it } from 'vitest';
import { jpegSize } from './jpeg-size.ts';

const segment = (marker: number, ...content: number[]) => [
  0xff,
  marker,
  (content.length + 2) >> 8,
  (content.length + 2) & 0xff,
  ...content,
];
const start = [0xff, 0xd8];
/** 8 bits a sample, 300 high, 640 wide. */
const frame = segment(0xc0, 8, 300 >> 8, 300 & 0xff, 640 >> 8, 640 & 0xff, 1, 0, 0);
const exif = segment(0xe1, ...new Array<number>(5_000).fill(7));

describe('the size of a JPEG', () => {
  it.each([
    ['at once', [...start, ...frame]],
    ['behind what a camera writes, and behind filling', [...start, ...exif, ...exif, 0xff, 0xff, ...frame]],
    ['behind a table, which is no frame', [...start, ...segment(0xc4, 1, 2, 3), ...frame]],
    ['of a progressive one', [...start, 0xff, 0xc2, ...frame.slice(2)]],
  ])('%s', (_where, bytes) => {
    expect(jpegSize(Uint8Array.from(bytes))).toEqual({ width: 640, height: 300 });
  });

  it.each([
    ['nothing behind the start', start],
    ['cut in the middle', [...start, ...exif.slice(0, 100)]],
    ['a segment shorter than its own length', [...start, 0xff, 0xe0, 0, 1, ...frame]],
    ['something else than a segment', [...start, 0, 0, 0, 0, ...frame]],
  ])('none: %s', (_what, bytes) => {
    expect(jpegSize(Uint8Array.from(bytes))).toBeUndefined();
  });

  it('looks at a limited number of segments, however large the file', () => {
    const many = new Uint8Array(25 * 1024 * 1024).fill(0);
    many.set(start);
    for (let at = 2; at < many.length - 4; at += 4) many.set([0xff, 0xe0, 0, 2], at);
    const startedAt = performance.now();
    expect(jpegSize(many)).toBeUndefined();
    many.fill(0xff, 2);
    expect(jpegSize(many)).toBeUndefined();
    // it took seconds; a busy machine is given its time
    expect(performance.now() - startedAt).toBeLessThan(500);
  });
});
