import { describe, expect, it } from 'vitest';
import { blobHash, blobName, mediaTypeOf } from './blob.ts';

const bytesOf = (...bytes: number[]) => new Uint8Array([...bytes, 1, 2, 3]);

describe('the type of a file, by its content', () => {
  it.each<[string, Uint8Array, string | undefined]>([
    ['PDF', new TextEncoder().encode('%PDF-1.7\n'), 'application/pdf'],
    ['JPEG', bytesOf(0xff, 0xd8, 0xff, 0xe0), 'image/jpeg'],
    ['PNG', bytesOf(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 'image/png'],
    ['TIFF, little endian', bytesOf(0x49, 0x49, 0x2a, 0x00), 'image/tiff'],
    ['TIFF, big endian', bytesOf(0x4d, 0x4d, 0x00, 0x2a), 'image/tiff'],
    ['a program', new TextEncoder().encode('MZ...'), undefined],
    ['a page of HTML', new TextEncoder().encode('<html>%PDF-'), undefined],
    ['an SVG, which may hold scripts', new TextEncoder().encode('<svg xmlns='), undefined],
    ['nothing', new Uint8Array(), undefined],
    ['half a signature', bytesOf(0x89, 0x50), undefined],
  ])('%s', (_, bytes, type) => {
    expect(mediaTypeOf(bytes)).toBe(type);
  });
});

describe('names', () => {
  it('of a blob are 64 lower-case hex digits', () => {
    expect(blobHash.safeParse('a'.repeat(64)).success).toBe(true);
    for (const wrong of ['', 'A'.repeat(64), 'a'.repeat(63), `${'a'.repeat(64)}\n`, '../'.repeat(21)])
      expect(blobHash.safeParse(wrong).success, wrong).toBe(false);
  });

  it('of a file may be German and long, and hold nothing that leaves a folder or a header', () => {
    for (const right of ['Grundriß Erdgeschoss (1).pdf', 'ä', 'Plan 🏠.pdf', 'x'.repeat(200)])
      expect(blobName.safeParse(right).success, right).toBe(true);
    for (const wrong of [
      '',
      'a/b',
      'a\\b',
      'a\r\nSet-Cookie: x',
      'a\u0000',
      'half \ud83d.pdf',
      '\udfe0',
      'x'.repeat(201),
    ])
      expect(blobName.safeParse(wrong).success, wrong).toBe(false);
  });
});
