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

/**
 * Files over a bad line (B1): `node faults/src/measure-files.ts [MEGABYTES]`, 200 by default, in files of 25 MB over
 * 5 Mbit/s that is cut every 10 s. Fails where more than 5 % had to be sent again.
 */
const megabytes = Number(process.argv[2] ?? 200);
const fileBytes = 25_000_000;
const bytesPerSecond = 5_000_000 / 8;
const cutEveryMs = 10_000;
const mostAgain = 0.05;

const directory = await mkdtemp(join(tmpdir(), 'amtsstube-files-'));
const town = await startTestTown();
const proxy = await FaultProxy.open();
proxy.target = Number(new URL(town.url).port);
proxy.weather = { kind: 'throttled', bytesPerSecond };
const token = await tokenOf(town, 1);
const host = await createNodeHost({ directory, notify: () => undefined });
const { randomBytes: nonces } = systemEnvironment;
const seal = { cipher: await webCipher(randomBytes(48)), nameKey: randomBytes(32) };
const box = await BlobBox.open(host.blobs, seal, nonces);

const count = Math.max(1, Math.round((megabytes * 1e6) / fileBytes));
for (let number = 1; number <= count; number += 1) {
  const bytes = randomBytes(fileBytes);
  const hash = blobHash.parse(createHash('sha256').update(bytes).digest('hex'));
  const entry = { hash, size: bytes.length, name: `${number}.pdf`, caseId: caseId.parse('case-1') };
  await box.add({ ...entry, isOnServer: false }, bytes);
}
const total = count * fileBytes;

/** What was given to the line, whether or not it got through. */
let given = 0;
const plain = httpBlobLine({
  serverUrl: proxy.url,
  municipalityId: testTown.municipalityId,
  token: async () => token,
});
const line: BlobLine = {
  ...plain,
  append: (hash, offset, bytes, signal) => {
    given += bytes.length;
    return plain.append(hash, offset, bytes, signal);
  },
};
const stop = new AbortController();
const transfer = new BlobTransfer({
  box,
  line,
  environment: systemEnvironment,
  signal: stop.signal,
  report: (error) => console.error(error),
  ahead: async () => [],
  isNamed: async () => true,
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
proxy.close();
const arrived = await town.blobs.list(testTown.municipalityId);
await town.close();
await rm(directory, { recursive: true, force: true });

const again = (given - total) / total;
console.log(
  `${count} files, ${total / 1e6} MB over 5 Mbit/s, cut ${cuts} times: ${Math.round(seconds)} s ` +
    `(${Math.round(total / bytesPerSecond)} s without a cut), ${((given - total) / 1e6).toFixed(1)} MB ` +
    `(${(again * 100).toFixed(1)} %) sent again`,
);
if (again > mostAgain || arrived.length !== count) process.exitCode = 1;
process.exit();
