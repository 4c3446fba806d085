import { createDecipheriv, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync } from 'node:crypto';
import type { Actor } from '@amtsstube/shared/domain/actor';
import {
  journalExport,
  sealedJournal,
  sealedJournalPurpose,
} from '@amtsstube/shared/replication/journal-export';
import { Subject } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { MemoryDisk } from '../../host/memory-disk.ts';
import { createMemoryHost } from '../../host/memory-host.ts';
import { accepted, identity, TestPc } from '../journal/test-journal.ts';
import type { LineView } from '../sync/line.ts';
import type { Answered } from '../sync/transport.ts';
import { exportJournal } from './export-journal.ts';
import { SupportKey } from './support-key.ts';

const server = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
const publicKey = server.publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
const connected = { line: { state: 'connected' } } as LineView;
const offline = { line: { state: 'offline' } } as unknown as LineView;

/** As the server opens it (sync-server/src/support). */
function opened(file: Uint8Array) {
  const { ephemeralKey, nonce, sealed } = sealedJournal.parse(JSON.parse(new TextDecoder().decode(file)));
  const ephemeral = Buffer.from(ephemeralKey, 'base64');
  const secret = diffieHellman({
    privateKey: server.privateKey,
    publicKey: createPublicKey({ key: ephemeral, format: 'der', type: 'spki' }),
  });
  const key = Buffer.from(hkdfSync('sha256', secret, ephemeral, sealedJournalPurpose, 32));
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64'));
  decipher.setAuthTag(bytes.subarray(-16));
  const plain = Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]);
  return journalExport.parse(JSON.parse(plain.toString('utf8')));
}

const actor: Actor = { kind: 'clerk', clerkId: identity.clerkId, role: 'clerk', departmentIds: [] };

describe('[J10] a journal as a file', () => {
  it('holds everything in order, with what the server said, and only the server reads it', async () => {
    const pc = new TestPc();
    const journal = await pc.open();
    const first = await journal.append(pc.note('übernommen'));
    await journal.receipts('e-1' as never, { receipts: [accepted(first)], documents: [] });
    const refusedNote = await journal.append(pc.note('abgelehnt'));
    await journal.append(pc.note('wartet'), refusedNote.opId);
    const parts = {
      actor,
      journal,
      environment: pc.environment,
      support: { municipalityId: identity.municipalityId },
    };
    const file = await exportJournal(parts, { read: async () => publicKey });
    if (file === 'noKey') throw new Error('no key');
    expect(new TextDecoder().decode(file)).not.toContain('wartet');
    const content = opened(file);
    expect(content.deviceId).toBe(journal.deviceId);
    expect(
      content.entries.map(({ operation, receipt, insteadOf }) => [
        operation.n,
        (operation.payload as { text: string }).text,
        receipt?.result.decided,
        insteadOf,
      ]),
    ).toEqual([
      [1, 'übernommen', 'accepted', null],
      [2, 'abgelehnt', undefined, null],
      [3, 'wartet', undefined, refusedNote.opId],
    ]);
    expect(await exportJournal(parts, { read: async () => undefined })).toBe('noKey');
    await journal.close();
  });

  it('is sealed to a key fetched while there was a line, which is here without one and after a restart', async () => {
    const { files } = createMemoryHost(new MemoryDisk());
    const line$ = new Subject<LineView>();
    const stop = new AbortController();
    const reported: unknown[] = [];
    let answer: Answered<string> = { ok: false, failure: 'network' };
    let asked = 0;
    const fetch = async () => {
      asked += 1;
      return answer;
    };
    new SupportKey({ files, fetch }).keepFresh(line$, stop.signal, (error) => reported.push(error));
    const read = () => new SupportKey({ files, fetch }).read();
    line$.next(offline);
    expect([asked, await read()]).toEqual([0, undefined]);
    line$.next(connected);
    await expect.poll(() => asked).toBe(1);
    answer = { ok: true, answer: publicKey };
    for (const view of [offline, connected, connected]) line$.next(view);
    await expect.poll(read).toBe(publicKey);
    expect(asked).toBe(2);
    stop.abort();
    line$.next(offline);
    line$.next(connected);
    expect([asked, reported]).toEqual([2, []]);
  });
});
