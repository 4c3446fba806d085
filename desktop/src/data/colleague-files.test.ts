import { type BlobHash, blobHash } from '@amtsstube/shared/domain/blob';
import { caseId, deviceId } from '@amtsstube/shared/domain/ids';
import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryHost } from '../host/memory-host.ts';
import type { OpenVault } from '../vault/open-vault.ts';
import { seal, unseal } from '../vault/sealed-bytes.ts';
import { anna, answerFor, bernd, VaultPc } from '../vault/test-vaults.ts';
import { BlobBox } from './blobs/blob-box.ts';
import { sha256 } from './blobs/blob-seal.ts';
import { TestBlobLine } from './blobs/test-blob-line.ts';
import { handOverFilesFor } from './colleague-files.ts';
import { leaveForColleagues } from './colleague-journals.ts';
import { TestEnvironment } from './test-environment.ts';

const environment = new TestEnvironment();
let pc: VaultPc;
let ofAnna: OpenVault;
let ofBernd: OpenVault;
let line: TestBlobLine;
let credentials: string[];

beforeEach(async () => {
  pc = new VaultPc();
  line = new TestBlobLine();
  credentials = [];
  const { vaults, vault, answer } = await pc.withVault();
  const other = await vaults.signedIn(answerFor(bernd, answer), 'bernd@example.org', 'ein anderes Wort');
  if (other === undefined) throw new Error('no vault');
  [ofAnna, ofBernd] = [vault, other];
});

const host = () => createMemoryHost(pc.disk);
const boxOf = (vault: OpenVault) =>
  BlobBox.open(host().blobs, vault.blobs, (length) => environment.randomBytes(length));

/** Anna added files, left the right to hand over what she has here, and is gone. */
async function annaIsAway(...letters: readonly string[]): Promise<readonly BlobHash[]> {
  const box = await boxOf(ofAnna);
  const hashes: BlobHash[] = [];
  for (const letter of letters) {
    const bytes = new TextEncoder().encode(letter.repeat(1_500_000));
    const hash = blobHash.parse(await sha256(bytes));
    hashes.push(hash);
    await box.add(
      { hash, size: bytes.length, name: `${letter}.pdf`, caseId: caseId.parse('case-1'), isOnServer: false },
      bytes,
    );
  }
  await leaveForColleagues(
    { host: host(), vault: ofAnna },
    deviceId.parse('device-anna'),
    'right-1',
    environment,
  );
  return hashes;
}

const berndHandsOver = () =>
  handOverFilesFor(
    anna,
    { host: host(), vault: ofBernd },
    (credential) => {
      credentials.push(credential);
      return line;
    },
    new AbortController().signal,
  );

describe('[J7] a colleague’s waiting files', () => {
  it('are handed over by the right she left, and she finds them taken over', async () => {
    const hashes = await annaIsAway('a', 'b');
    expect(await berndHandsOver()).toBe(0);
    expect(credentials).toEqual(['right-1']);
    expect([...line.blobs.keys()].toSorted()).toEqual(hashes.toSorted());
    expect((await boxOf(ofAnna)).entries.map(({ isOnServer }) => isOnServer)).toEqual([true, true]);
    expect(await berndHandsOver()).toBe(0);
    expect(credentials.length).toBe(1);
  });

  it('go on where the line broke, and say how many wait', async () => {
    await annaIsAway('a', 'b');
    line.bytesUntilCut = 1_000_000;
    expect(await berndHandsOver()).toBe(2);
    line.isCut = false;
    line.bytesUntilCut = Number.POSITIVE_INFINITY;
    expect(await berndHandsOver()).toBe(0);
    expect(line.bytesUp).toBeLessThanOrEqual(3_000_000 + 256 * 1024);
  });

  it('don’t wait for one that is damaged on this disk', async () => {
    const [, whole] = await annaIsAway('a', 'b');
    for (const name of pc.disk.blobFiles.keys())
      if (name.endsWith('.1')) {
        pc.disk.blobFiles.set(name, new Uint8Array(40));
        break;
      }
    expect(await berndHandsOver()).toBe(1);
    expect([...line.blobs.keys()]).toEqual([whole]);
  });

  it('can’t be opened where she left no right', async () => {
    expect(await berndHandsOver()).toBeUndefined();
    expect((await boxOf(ofBernd)).entries).toEqual([]);
    expect(credentials).toEqual([]);
  });

  it('are not taken for none where an older program left no keys for them', async () => {
    await annaIsAway('a');
    const [name, purpose] = [`colleague.${anna.toLowerCase()}`, 'colleague-journal'];
    const { files } = host();
    const sealed = await files.read(name);
    const plain = sealed && (await unseal(ofAnna.colleague, purpose, sealed));
    const { blobKeys: _, ...older } = JSON.parse(new TextDecoder().decode(plain)) as { blobKeys: unknown };
    const bytes = new TextEncoder().encode(JSON.stringify(older));
    await files.write(name, await seal(ofAnna.colleague, environment.randomBytes(12), purpose, bytes));
    expect(await berndHandsOver()).toBeUndefined();
    expect(credentials).toEqual([]);
  });
});
