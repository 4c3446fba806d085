import { execFile } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type Fault, operationsPerDesk } from '../fault.ts';
import { handedOver } from '../rest.ts';
import type { FaultTown } from '../town.ts';

const run = promisify(execFile);
const commands = join(import.meta.dirname, '..', '..', '..', 'sync-server', 'src', 'backup');

const backupOf = (town: FaultTown) => join(town.directory, 'backup');

/** As the administrator does it each night, while the server works. */
async function backup(town: FaultTown): Promise<void> {
  await run(process.execPath, [join(commands, 'backup-command.ts'), town.server.directory, backupOf(town)]);
  town.citizenGoesBackTo = performance.now();
}

async function restore(town: FaultTown, mirror?: string): Promise<void> {
  const target = join(town.directory, 'restored');
  const sources = mirror === undefined ? [backupOf(town)] : [backupOf(town), mirror];
  await run(process.execPath, [join(commands, 'restore-command.ts'), ...sources, target]);
  town.server.directory = target;
}

/** The desks hold what the backup lacks: acknowledged, receipted, and now unknown to the server. */
async function earlierBackup(town: FaultTown): Promise<void> {
  await town.work(operationsPerDesk / 2);
  await backup(town);
  await town.work(operationsPerDesk / 2);
  for (const desk of town.desks) await handedOver(desk);
  await town.killServer();
  const working = town.work(operationsPerDesk / 4);
  await restore(town);
  await town.startServer();
  await working;
}

async function rebuildCut(town: FaultTown): Promise<void> {
  await earlierBackup(town);
  for (let count = 0; count < 3; count += 1) {
    await pause(town.random.between(20, 300));
    for (const { line } of town.offices) line.cut();
  }
}

async function firstDiskDies(town: FaultTown): Promise<void> {
  await town.work(operationsPerDesk / 2);
  await backup(town);
  // the mirror has what citizens sent since
  town.citizenGoesBackTo = undefined;
  const working = town.work(operationsPerDesk / 2);
  await pause(town.random.between(100, 600));
  await town.killServer();
  rmSync(town.server.directory, { recursive: true });
  await restore(town, town.mirror);
  await town.startServer();
  await working;
}

/** Somebody puts yesterday's file back, and tells nobody. */
async function copiedBackByHand(town: FaultTown): Promise<void> {
  await town.work(operationsPerDesk / 2);
  for (const desk of town.desks) await handedOver(desk);
  await town.killServer();
  const copy = join(town.directory, 'yesterday');
  cpSync(town.server.directory, copy, { recursive: true });
  town.citizenGoesBackTo = performance.now();
  await town.startServer();
  await town.work(operationsPerDesk / 2);
  for (const desk of town.desks) await handedOver(desk);
  await town.killServer();
  town.server.directory = copy;
  await town.startServer();
  await town.work(operationsPerDesk / 4);
}

const excuses = { rebuilds: true } as const;

export const restoreFaults: readonly Fault[] = [
  { name: 'restored from an earlier backup', isShort: false, excuses, run: earlierBackup },
  { name: 'line lost while rebuilding', isShort: false, excuses, run: rebuildCut },
  {
    name: 'first disk dies, mirror restored',
    isShort: false,
    surroundings: { mirror: true },
    excuses,
    run: firstDiskDies,
  },
  {
    name: 'database copied back by hand',
    isShort: false,
    excuses: { rebuilds: true, identities: true },
    run: copiedBackByHand,
  },
];
