import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BlobBox } from '@amtsstube/desktop/data/blobs/blob-box';
import type { BlobLine } from '@amtsstube/desktop/data/blobs/blob-line';
import { BlobTransfer } from '@amtsstube/desktop/data/blobs/blob-transfer';
import { webCipher } from '@amtsstube/desktop/data/journal/cipher';
import { httpBlobLine } from '@amtsstube/desktop/data/sync/http-blob-line';
import { systemEnvironment } from '@amtsstube/desktop/data/system-environment';
import { createNodeHost } from '@amtsstube/desktop/host/node-host';
import { blobHash } from '@amtsstube/shared/domain/blob';
import { caseId } from '@amtsstube/shared/domain/ids';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { tokenOf } from '@amtsstube/sync-server/replication/test-desk';
import { startTestTown } from '@amtsstube/sync-server/start-server-test-town';
import { filter, firstValueFrom } from 'rxjs';
import { FaultProxy } from './proxy.ts';

const fileBytes = 25_000_000;
const bytesPerSecond = 5_000_000 / 8;
const cutEveryMs = 10_000;
const mostAgain = 0.05;

/**
 * Files over a bad line (B1): as many files of 25 MB as make up `megabytes`, over 5 Mbit/s that is cut every 10 s.
 * @returns false where one didn't arrive, or more than 5 % had to be sent again
 */
export async function measureFiles(megabytes: number): Promise<boolean> {
  const directory = await mkdtemp(join(tmpdir(), 'amtsstube-files-'));
  const town = await startTestTown();
  const proxy = await FaultProxy.open();
  proxy.target = Number(new URL(town.url).port);
  proxy.weather = { kind: 'throttled', bytesPerSecond };
  try {
    const box = await boxIn(directory);
    const count = Math.max(1, Math.round((megabytes * 1e6) / fileBytes));
    for (let number = 1; number <= count; number += 1) await addFile(box, `${number}.pdf`);
    const { seconds, givenBytes, cuts } = await carry(box, proxy, await tokenOf(town, 1));
    const arrived = await town.blobs.list(testTown.municipalityId);
    const total = count * fileBytes;
    const again = (givenBytes - total) / total;
    process.stdout.write(
      `${arrived.length} of ${count} files, ${total / 1e6} MB over 5 Mbit/s, cut ${cuts} times: ` +
        `${Math.round(seconds)} s (${Math.round(total / bytesPerSecond)} s without a cut), ` +
        `${((givenBytes - total) / 1e6).toFixed(1)} MB (${(again * 100).toFixed(1)} %) sent again\n`,
    );
    return again <= mostAgain && arrived.length === count;
  } finally {
    proxy.close();
    await town.close();
    await rm(directory, { recursive: true, force: true });
  }
}

async function boxIn(directory: string): Promise<BlobBox> {
  const host = await createNodeHost({ directory, notify: () => undefined });
  const seal = { cipher: await webCipher(randomBytes(48)), nameKey: randomBytes(32) };
  return BlobBox.open(host.blobs, seal, systemEnvironment.randomBytes);
}

async function addFile(box: BlobBox, name: string): Promise<void> {
  const bytes = randomBytes(fileBytes);
  const hash = blobHash.parse(createHash('sha256').update(bytes).digest('hex'));
  await box.add({ hash, size: bytes.length, name, caseId: caseId.parse('case-1'), isOnServer: false }, bytes);
}

interface Carried {
  readonly seconds: number;
  /** What was given to the line, whether or not it got through. */
  readonly givenBytes: number;
  readonly cuts: number;
}

/** Until the server has all of it. */
async function carry(box: BlobBox, proxy: FaultProxy, token: string): Promise<Carried> {
  let givenBytes = 0;
  const plain = httpBlobLine({
    serverUrl: proxy.url,
    municipalityId: testTown.municipalityId,
    token: async () => token,
  });
  const line: BlobLine = {
    ...plain,
    append: (hash, offset, bytes, signal) => {
      givenBytes += bytes.length;
      return plain.append(hash, offset, bytes, signal);
    },
  };
  const stop = new AbortController();
  const transfer = new BlobTransfer({
    box,
    line,
    environment: systemEnvironment,
    signal: stop.signal,
    report: (error) => process.stderr.write(`${error}\n`),
    ahead: async () => [],
    isNamed: async () => true,
    isPending: () => false,
  });
  const startedAt = performance.now();
  let cuts = 0;
  const cutting = setInterval(() => {
    cuts += 1;
    proxy.cut();
  }, cutEveryMs);
  const running = transfer.run();
  await firstValueFrom(
    transfer.states$.pipe(
      filter((states) => [...states.values()].every((state) => state.state === 'here' && state.isOnServer)),
    ),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  clearInterval(cutting);
  stop.abort();
  await running;
  return { seconds, givenBytes, cuts };
}
