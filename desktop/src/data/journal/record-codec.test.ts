import { deviceId } from '@amtsstube/shared/domain/ids';
import { describe, expect, it } from 'vitest';
import { webCipher } from './cipher.ts';
import { decodeHeader, decodeRecord, encodeHeader, encodeRecord } from './record-codec.ts';
import { frame, recordFormat, scan } from './record-format.ts';
import type { JournalHeader, JournalRecord } from './records.ts';
import { aKeyFile, identity, TestPc } from './test-journal.ts';

const pc = new TestPc();
const device = deviceId.parse('device-1');
const secret = 'Hundesteuer für Bello';
const record: JournalRecord = {
  record: 'operation',
  operation: { ...pc.note(secret), deviceId: device, n: 1 },
};
const cipherOf = (keyFile = aKeyFile()) => webCipher(keyFile);

async function encode(ordinal = 1, keyFile = aKeyFile()) {
  return encodeRecord(await cipherOf(keyFile), device, ordinal, pc.environment.randomBytes(12), record);
}

/** The body of the one frame in these bytes. */
function bodyIn(bytes: Uint8Array): Uint8Array {
  const [body, ...others] = scan(bytes).bodies;
  if (body === undefined || others.length > 0) throw new Error('not one frame');
  return body;
}

describe('[J9] a record on disk', () => {
  it('carries format version, ordinal, key id and nonce in their places', async () => {
    const nonce = Uint8Array.from({ length: 12 }, (_, index) => index);
    const body = bodyIn(await encodeRecord(await cipherOf(aKeyFile(9)), device, 0x01020304, nonce, record));
    expect([...body.subarray(0, 5)]).toEqual([recordFormat, 4, 3, 2, 1]);
    expect(body.subarray(5, 21)).toEqual(new Uint8Array(16).fill(9));
    expect(body.subarray(21, 33)).toEqual(nonce);
  });

  it('comes back as it was written', async () => {
    expect(await decodeRecord(await cipherOf(), device, bodyIn(await encode(7)))).toEqual({
      ordinal: 7,
      record,
    });
  });

  it('written twice has different bytes, and shows nothing of what it holds', async () => {
    const [first, second] = [await encode(), await encode()];
    expect(first).toHaveLength(second.length);
    const [a, b] = [bodyIn(first).subarray(33), bodyIn(second).subarray(33)];
    expect(a.filter((byte, index) => byte === b[index]).length).toBeLessThan(a.length / 8);
    for (const bytes of [first, second]) {
      const shown = new TextDecoder('latin1').decode(bytes);
      for (const word of ['Bello', 'addNote', 'case-1', 'operation', 'device-1'])
        expect(shown).not.toContain(word);
    }
  });

  it('of another key says so, before trying to open it', async () => {
    const other = await cipherOf(aKeyFile(8));
    expect(await decodeRecord(other, device, bodyIn(await encode()))).toEqual({ unreadable: 'otherKey' });
  });

  it('of another key under the same id is not taken', async () => {
    const sameId = aKeyFile();
    sameId[47] = 99;
    expect(await decodeRecord(await cipherOf(sameId), device, bodyIn(await encode()))).toEqual({
      unreadable: 'notSealedHere',
    });
  });

  it('moved to another place or another journal is not taken', async () => {
    const moved = bodyIn(await encode(1)).slice();
    moved[1] = 2;
    expect(await decodeRecord(await cipherOf(), device, moved)).toEqual({ unreadable: 'notSealedHere' });
    const elsewhere = deviceId.parse('device-2');
    expect(await decodeRecord(await cipherOf(), elsewhere, bodyIn(await encode()))).toEqual({
      unreadable: 'notSealedHere',
    });
  });

  it('changed by hand, with a checksum that fits again, is not taken', async () => {
    const body = bodyIn(await encode());
    for (let index = 33; index < body.length; index += 1) {
      const changed = body.slice();
      changed[index] = (changed[index] ?? 0) ^ 1;
      const decoded = await decodeRecord(await cipherOf(), device, bodyIn(frame(changed)));
      expect(decoded, `byte ${index}`).toEqual({ unreadable: 'notSealedHere' });
    }
  });

  it('of a newer program is known as such: nothing of it is guessed', async () => {
    const cipher = await cipherOf();
    const future = { record: 'blob', sha256: 'x' } as unknown as JournalRecord;
    const bytes = await encodeRecord(cipher, device, 1, pc.environment.randomBytes(12), future);
    expect(await decodeRecord(cipher, device, bodyIn(bytes))).toEqual({ unreadable: 'unknownContent' });
    const format2 = bodyIn(await encode()).slice();
    format2[0] = 2;
    expect(await decodeRecord(cipher, device, format2)).toEqual({ unreadable: 'unknownContent' });
  });
});

describe('[J1] the header', () => {
  const header: JournalHeader = {
    format: 1,
    deviceId: device,
    ...identity,
    continues: null,
    createdAt: pc.environment.now(),
  };

  it('comes back as it was written, in clear', () => {
    expect(decodeHeader(bodyIn(encodeHeader(header)))).toEqual(header);
    expect(new TextDecoder().decode(encodeHeader(header))).toContain('"deviceId":"device-1"');
  });

  it.each([
    ['another format', { ...header, format: 2 }],
    ['a field more', { ...header, name: 'Anna' }],
    ['no device', { ...header, deviceId: '' }],
  ])('with %s is not understood', (_what, changed) => {
    expect(decodeHeader(bodyIn(encodeHeader(changed as JournalHeader)))).toBeUndefined();
  });

  it('is never mistaken for a record, nor a record for it', async () => {
    expect(decodeHeader(bodyIn(await encode()))).toBeUndefined();
    expect(await decodeRecord(await cipherOf(), device, bodyIn(encodeHeader(header)))).toEqual({
      unreadable: 'unknownContent',
    });
  });
});
