import { describe, expect, it } from 'vitest';
import { bytesOf } from './contract-case.ts';
import { crc32 } from './crc32.ts';
import { decodeSlot, encodeSlot } from './opfs-slot.ts';

describe('a slot', () => {
  const slot = { generation: 7, content: bytesOf('der Inhalt') };

  it('comes back as it was, also with the rest of a longer one behind it', () => {
    const bytes = encodeSlot(slot);
    expect(decodeSlot(bytes)).toEqual(slot);
    expect(decodeSlot(new Uint8Array([...bytes, ...encodeSlot(slot)]))).toEqual(slot);
    expect(decodeSlot(encodeSlot({ generation: 1, content: new Uint8Array() }))?.content.length).toBe(0);
  });

  it('torn at any byte over an older one, it is no slot', () => {
    const older = encodeSlot({ generation: 5, content: bytesOf('der ältere Inhalt') });
    const newer = encodeSlot(slot);
    for (let written = 0; written < newer.length; written += 1) {
      expect(decodeSlot(newer.slice(0, written))).toBeUndefined();
      // bytes that both have in common make the end of a tear invisible, and then it isn't one
      const torn = new Uint8Array([...newer.slice(0, written), ...older.slice(written)]);
      expect([undefined, 5, 7]).toContain(decodeSlot(torn)?.generation);
      if (written > 8) expect(decodeSlot(torn)).toBeUndefined();
    }
  });

  it('with any single bit changed, it is no slot', () => {
    const bytes = encodeSlot(slot);
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = bytes.slice();
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(decodeSlot(changed)).toBeUndefined();
    }
  });

  it('is checked by the CRC-32 of zip and gzip', () => {
    expect(crc32(bytesOf('123456789'))).toBe(0xcbf43926);
    expect(crc32(new Uint8Array())).toBe(0);
  });
});
