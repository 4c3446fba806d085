import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clerkId, deviceId, epoch, opId } from '@amtsstube/shared/domain/ids';
import { instantOf } from '@amtsstube/shared/domain/time';
import { validDogAnswers } from '@amtsstube/shared/fixtures/builders';
import { annaBerger, testTown, testTownConfiguration } from '@amtsstube/shared/fixtures/test-town';
import { actorOf } from '../execute/actor-of.ts';
import { decideOperation } from '../execute/decide-operation.ts';
import { createLogger } from '../logging.ts';
import { createLogMirror, mirrorFolder } from '../mirror/log-mirror.ts';
import { mirrorFilesIn } from '../mirror/mirror-file.ts';
import { openSqliteStore } from '../store/sqlite-store.ts';
import type { Store } from '../store/store.ts';
import { restoreCommand } from './restore-command.ts';

/**
 * How long a restore takes (S7: 100,000 operations within two minutes): `node measure-restore.ts [operations]`. The
 * worst case, everything from the mirror and nothing from a backup; the proof by replay is counted apart.
 */
const town = testTown.municipalityId;
const notesPerCase = 9;
const now = () => instantOf(Date.now());

async function measure(operations: number): Promise<void> {
  const place = await mkdtemp(join(tmpdir(), 'amtsstube-measure-'));
  try {
    const [data, mirror, target] = ['data', 'mirror', 'restored'].map((name) => join(place, name)) as [
      string,
      string,
      string,
    ];
    await mkdir(data);
    await mkdir(mirror);
    const store = await openSqliteStore({ directory: data });
    await store.createMunicipality(town, epoch.parse('measured'));
    const decided = await seconds(() => decideAll(store, operations));
    console.log(`${operations} operations decided in ${decided} s`);
    const log = createLogMirror({ store, directory: mirror, log: createLogger('silent') });
    console.log(`mirrored in ${await seconds(() => log.follow(town))} s, ${await megabytes(mirror)} MB`);
    await log.close();
    await store.close();

    const startedAt = performance.now();
    await restoreCommand(['none', mirror, target], new Date(), (line) => {
      console.log(`${((performance.now() - startedAt) / 1000).toFixed(1)} s: ${line}`);
    });
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

/** Of ten operations one is an application, nine are notes on it. */
async function decideAll(store: Store, operations: number): Promise<void> {
  const run = (kind: string, payload: unknown, actor: Parameters<typeof decideOperation>[2], n?: number) =>
    store.transact(town, (tx) => {
      const id = opId.parse(n === undefined ? `server-${serverOperations++}` : `note-${n}`);
      const common = { opId: id, kind, v: 1, payload, at: now() };
      const operation =
        n === undefined
          ? { ...common, deviceId: null }
          : { ...common, deviceId: deviceId.parse(`${clerkId.parse('anna')}-1`), n };
      return decideOperation(tx, operation, actor, now());
    });
  let serverOperations = 0;
  await run('configureMunicipality', testTownConfiguration, { kind: 'system' });
  let notes = 0;
  for (let made = 1; made < operations; ) {
    const waiting: Promise<unknown>[] = [];
    for (; made < operations && waiting.length < 1000; made += 1) {
      const number = Math.floor(made / (notesPerCase + 1));
      const caseId = `case-${number}`;
      if (made % (notesPerCase + 1) === 1 || made === 1) {
        const code = trackingCodeOf(number);
        const application = {
          caseId,
          trackingCode: code,
          serviceId: testTown.serviceId,
          formVersionId: testTown.formVersionId,
          answers: validDogAnswers(),
        };
        waiting.push(run('submitApplication', application, { kind: 'citizen' }));
      } else {
        notes += 1;
        waiting.push(run('addNote', { caseId, text: `Vermerk ${made}` }, actorOf(annaBerger), notes));
      }
    }
    await Promise.all(waiting);
  }
}

/** Digits as letters that a tracking code may have. */
function trackingCodeOf(number: number): string {
  const letters = [...String(number).padStart(15, '0')].map((digit) => '23456789AB'[Number(digit)]).join('');
  return `${letters.slice(0, 5)}-${letters.slice(5, 10)}-${letters.slice(10)}`;
}

async function seconds(work: () => Promise<unknown>): Promise<string> {
  const startedAt = performance.now();
  await work();
  return ((performance.now() - startedAt) / 1000).toFixed(1);
}

async function megabytes(mirror: string): Promise<string> {
  let bytes = 0;
  for (const name of await mirrorFilesIn(mirrorFolder(mirror, town)))
    bytes += (await stat(join(mirrorFolder(mirror, town), name))).size;
  return (bytes / 1e6).toFixed(0);
}

if (import.meta.main) await measure(Number(process.argv[2] ?? 100_000));
