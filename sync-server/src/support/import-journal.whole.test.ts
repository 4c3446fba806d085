import { generateKeyPairSync } from 'node:crypto';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { caseId, clerkId, deviceId, opId } from '@amtsstube/shared/domain/ids';
import { instant } from '@amtsstube/shared/domain/time';
import { validDogAnswers } from '@amtsstube/shared/fixtures/builders';
import { berndKrueger, testTown } from '@amtsstube/shared/fixtures/test-town';
import { type JournalExport, sealedJournalPurpose } from '@amtsstube/shared/replication/journal-export';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { administer } from '../admin/admin.ts';
import { type Config, parseConfig } from '../config.ts';
import { executeServerOperation } from '../execute/execute.ts';
import { handOverOf, postJson, tokenOf, townPath } from '../replication/test-desk.ts';
import { startTestTown, type TestTownServer } from '../start-server-test-town.ts';
import { openExport } from './open-export.ts';
import { loadSupportKey } from './support-key-file.ts';

const id = caseId.parse('case-1');
const at = instant.parse('2026-11-26T10:00:00.000Z');
let place: string;
let data: string;
let town: TestTownServer | undefined;

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'amtsstube-journal-'));
  data = join(place, 'data');
  await mkdir(data);
  town = await startTestTown({ dataDirectory: data });
  const operation = {
    opId: opId.parse('application'),
    deviceId: null,
    kind: 'submitApplication',
    v: 1,
    payload: {
      caseId: id,
      trackingCode: 'ABCDE-FGHJK-23456',
      serviceId: testTown.serviceId,
      formVersionId: testTown.formVersionId,
      answers: validDogAnswers(),
    },
    at,
  };
  await executeServerOperation(town.core, testTown.municipalityId, operation, { kind: 'citizen' });
});
afterEach(async () => {
  await stop();
  await rm(place, { recursive: true, force: true });
});

async function stop(): Promise<void> {
  await town?.close();
  town = undefined;
}

function anExport(texts: readonly string[], changed: Partial<JournalExport> = {}): JournalExport {
  const device = deviceId.parse('pc-bernd');
  return {
    v: 1,
    municipalityId: testTown.municipalityId,
    clerkId: berndKrueger.id,
    deviceId: device,
    epoch: null,
    exportedAt: at,
    entries: texts.map((text, index) => ({
      operation: {
        opId: opId.parse(`pc-bernd-${index + 1}`),
        deviceId: device,
        n: index + 1,
        kind: 'addNote',
        v: 1,
        payload: { caseId: id, text },
        at,
      },
      receipt: null,
      insteadOf: null,
    })),
    ...changed,
  };
}

/** As a desk seals it (desktop/src/data/support), with the platform's own crypto. */
async function sealed(content: unknown, publicKey: string): Promise<string> {
  const { subtle } = globalThis.crypto;
  const curve = { name: 'ECDH', namedCurve: 'P-256' };
  const server = await subtle.importKey('spki', Buffer.from(publicKey, 'base64'), curve, false, []);
  const pair = await subtle.generateKey(curve, false, ['deriveBits']);
  const ephemeral = Buffer.from(await subtle.exportKey('spki', pair.publicKey));
  const secret = await subtle.deriveBits({ name: 'ECDH', public: server }, pair.privateKey, 256);
  const info = new TextEncoder().encode(sealedJournalPurpose);
  const key = await subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: ephemeral, info },
    await subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']),
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt'],
  );
  const nonce = Buffer.alloc(12, 7);
  const bytes = await subtle.encrypt(
    { name: 'AES-GCM', iv: nonce },
    key,
    Buffer.from(JSON.stringify(content)),
  );
  return JSON.stringify({
    format: 'amtsstube-journal',
    v: 1,
    ephemeralKey: ephemeral.toString('base64'),
    nonce: nonce.toString('base64'),
    sealed: Buffer.from(bytes).toString('base64'),
  });
}

async function fileOf(content: unknown): Promise<string> {
  const { publicKey } = await loadSupportKey(data);
  const file = join(place, 'journal.json');
  await writeFile(file, await sealed(content, publicKey));
  return file;
}

const command = async (...argv: readonly string[]) =>
  (await administer(['read-journal', ...argv], config())).join('\n');

function config(): Config {
  const parsed = parseConfig({ AMTSSTUBE_DATA: data });
  if (!parsed.ok) throw new Error(parsed.sentence);
  return parsed.config;
}

describe('an exported journal', () => {
  it('is sealed to a key that the server gives to who is signed in, and keeps for its owner', async () => {
    if (town === undefined) throw new Error('no town');
    const key = await fetch(`${town.url}${townPath}/support-key`, {
      headers: { Authorization: `Bearer ${await tokenOf(town, 1)}` },
    });
    expect(await key.json()).toEqual({ publicKey: (await loadSupportKey(data)).publicKey });
    expect((await fetch(`${town.url}${townPath}/support-key`)).status).toBe(401);
    if (process.platform !== 'win32')
      expect((await stat(join(data, 'support-key.json'))).mode & 0o777).toBe(0o600);
  });

  it('is read, and handed over: in order, once, and what the server had is left as it is', async () => {
    if (town === undefined) throw new Error('no town');
    const { entries } = anExport(['erstens', 'zweitens', 'drittens']);
    const [first] = entries;
    const bernd = await tokenOf(town, 1);
    const { opId: sentId, payload } = first?.operation ?? { opId: '', payload: undefined };
    const sent = handOverOf('pc-bernd', { kind: 'addNote', payload, opId: sentId } as never);
    expect((await postJson(town.url, `${townPath}/operations`, sent, bernd)).status).toBe(200);
    await stop();
    const file = await fileOf(anExport(['erstens', 'zweitens', 'drittens']));
    expect(await command('--file', file)).toContain('3 operations, 3 of them not decided');
    expect(await command('--file', file)).toContain('"text":"zweitens"');
    expect(await command('--file', file, '--import', 'yes')).toContain(
      'Handed over: 2 accepted, 0 refused, 1 were here already.',
    );
    expect(await command('--file', file, '--import', 'yes')).toContain(
      'Handed over: 0 accepted, 0 refused, 3 were here already.',
    );
    town = await startTestTown({ dataDirectory: data });
    const dossier = await town.core.store.snapshot(testTown.municipalityId, (read) =>
      read.document({ collection: 'dossiers', id }),
    );
    const document = dossier?.document as { readonly events: readonly { text?: string }[] } | undefined;
    expect(document?.events.flatMap(({ text }) => text ?? [])).toEqual(['erstens', 'zweitens', 'drittens']);
  });

  it('whose first numbers were let go long ago is handed over all the same', async () => {
    await stop();
    const { entries, ...rest } = anExport(['erstens', 'zweitens']);
    const file = await fileOf({ ...rest, entries: entries.slice(1) });
    expect(await command('--file', file, '--import', 'yes')).toContain('Handed over: 1 accepted');
  });

  it('of something refused and of its second sending hands over the second alone, where the server has lost the refusal', async () => {
    await stop();
    const { entries, ...rest } = anExport(['abgelehnt', 'noch einmal']);
    const [refused, again] = entries;
    if (!refused || !again) return expect.unreachable();
    const file = await fileOf({
      ...rest,
      entries: [refused, { ...again, insteadOf: refused.operation.opId }],
    });
    expect(await command('--file', file, '--import', 'yes')).toContain(
      'Handed over: 1 accepted, 0 refused, 0 were here already. Left out: 1 that had been refused',
    );
    town = await startTestTown({ dataDirectory: data });
    const dossier = await town.core.store.snapshot(testTown.municipalityId, (read) =>
      read.document({ collection: 'dossiers', id }),
    );
    const document = dossier?.document as { readonly events: readonly { text?: string }[] } | undefined;
    expect(document?.events.flatMap(({ text }) => text ?? [])).toEqual(['noch einmal']);
  });

  it('leaves the desk’s own numbers alone: it is told every receipt when it comes back, refusals too', async () => {
    await stop();
    const { entries, ...rest } = anExport(['erstens', 'zweitens']);
    const [first, second] = entries;
    if (!first || !second) return expect.unreachable();
    const refused = { ...second.operation, payload: { caseId: 'no-such-case', text: 'zweitens' } };
    const file = await fileOf({ ...rest, entries: [first, { ...second, operation: refused }] });
    expect(await command('--file', file, '--import', 'yes')).toContain('1 accepted, 1 refused');
    town = await startTestTown({ dataDirectory: data });
    const bernd = await tokenOf(town, 1);
    const { deviceId: device } = first.operation;
    const again = { epoch: null, deviceId: device, firstOpen: 1, operations: [first.operation, refused] };
    const { body } = await postJson(town.url, `${townPath}/operations`, again, bernd);
    const { decisions } = body as { decisions: { receipts: { n: number; result: { decided: string } }[] } };
    expect(decisions.receipts.map(({ n, result }) => [n, result.decided])).toEqual([
      [1, 'accepted'],
      [2, 'refused'],
    ]);
  });

  it.each<[string, () => Promise<string>, string]>([
    ['of another server', async () => sealed(anExport(['x']), otherKey), 'sealed to another server’s key'],
    ['that is none', async () => '{"format":"x"}', 'is no export'],
    ['of a newer program', async () => sealed({ v: 2 }, (await loadSupportKey(data)).publicKey), 'newer'],
  ])('%s is refused', async (_, make, says) => {
    const file = join(place, 'other.json');
    await writeFile(file, await make());
    await expect(command('--file', file)).rejects.toThrow(says);
  });

  it('of somebody the municipality doesn’t know is not imported; one changed byte and it is nothing', async () => {
    await stop();
    const stranger = await fileOf(anExport(['x'], { clerkId: clerkId.parse('nobody') }));
    await expect(command('--file', stranger, '--import', 'yes')).rejects.toThrow('no clerk nobody');
    const pair = await loadSupportKey(data);
    const file = JSON.parse(await sealed(anExport(['x']), pair.publicKey)) as { sealed: string };
    const bytes = Buffer.from(file.sealed, 'base64');
    bytes[3] = (bytes[3] ?? 0) ^ 1;
    expect(openExport(JSON.stringify({ ...file, sealed: bytes.toString('base64') }), pair)).toEqual({
      ok: false,
      because: 'otherKey',
    });
  });
});

/** Of a pair made for this test. */
const otherKey = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  .publicKey.export({ format: 'der', type: 'spki' })
  .toString('base64');
