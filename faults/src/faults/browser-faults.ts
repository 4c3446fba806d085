import { appendFileSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { BrowserDesk } from '../browser/browser-desk.ts';
import { type Fault, operationsPerDesk } from '../fault.ts';
import type { FaultProxy } from '../proxy.ts';
import type { FaultTown } from '../town.ts';

function browserIn(town: FaultTown): { readonly desk: BrowserDesk; readonly line: FaultProxy } {
  const { desk, line } = town.offices[1];
  if (!(desk instanceof BrowserDesk)) throw new Error('no desk in a browser');
  return { desk, line };
}

async function killedUnderLoad(town: FaultTown): Promise<void> {
  const { desk } = browserIn(town);
  const working = town.work(operationsPerDesk);
  for (let count = 0; count < 2; count += 1) {
    await pause(town.random.between(50, 1500));
    await desk.kill();
    await desk.start();
  }
  await working;
}

/** While the browser is off, with work in its journal that no server has, something happens to its profile. */
function harmed(
  name: string,
  harm: (town: FaultTown, profile: string) => void,
  excuses: Fault['excuses'],
): Fault {
  return {
    name,
    isShort: false,
    surroundings: { browser: true },
    ...(excuses && { excuses }),
    run: async (town) => {
      await town.work(operationsPerDesk / 2);
      const { desk, line } = browserIn(town);
      line.weather = { kind: 'cut' };
      for (let count = 0; count < 3; count += 1) await town.note(desk);
      await desk.kill();
      harm(town, join(desk.profile, 'Default'));
      line.weather = { kind: 'fair' };
      await desk.start();
      await town.work(operationsPerDesk / 2);
    },
  };
}

/** As somebody does who tidies up, or a browser that was short of room. */
function databaseDeleted(_town: FaultTown, profile: string): void {
  rmSync(join(profile, 'IndexedDB'), { recursive: true });
}

function databaseCorrupted(town: FaultTown, profile: string): void {
  for (const file of filesBelow(join(profile, 'IndexedDB')).filter((name) => /\.(log|ldb)$/.test(name))) {
    const bytes = readFileSync(file);
    for (let count = 0; count < 20 && bytes.length > 0; count += 1) {
      const at = town.random.between(0, bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    }
    writeFileSync(file, bytes);
  }
}

/** Power fails in the middle of a record that was never acknowledged: its beginning is there. */
function journalTorn(town: FaultTown, profile: string): void {
  const journals = filesBelow(join(profile, 'File System')).filter((name) =>
    readFileSync(name).subarray(0, 400).includes('"deviceId"'),
  );
  const [journal] = journals.toSorted((a, b) => statSync(b).size - statSync(a).size);
  if (journal === undefined) throw new Error('no journal in the browser’s files');
  const bytes = readFileSync(journal);
  const begun = bytes.subarray(bytes.length - 200);
  appendFileSync(journal, begun.subarray(0, town.random.between(1, begun.length)));
}

const moreThanGranted = 4 * 1024 * 1024;

/** Nothing more is granted for a while; what couldn't be saved wasn't called so. */
async function quotaExceeded(town: FaultTown): Promise<void> {
  const { desk } = browserIn(town);
  await town.work(operationsPerDesk / 2);
  await desk.setQuota(1);
  // a browser grants files some room ahead, which notes don't use up
  const plan = () => desk.attach(desk.setup.tallyId, 'Bauplan.pdf', moreThanGranted);
  if ((await plan()) !== 'notSaved') throw new Error('there was room though the quota is used up');
  await town.work(operationsPerDesk / 2);
  await desk.setQuota(undefined);
  if ((await plan()) !== 'saved') throw new Error('no room though there is');
  await town.work(operationsPerDesk / 4);
}

function filesBelow(directory: string): readonly string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}

export const browserFaults: readonly Fault[] = [
  {
    name: 'browser killed under load',
    isShort: false,
    surroundings: { browser: true },
    run: killedUnderLoad,
  },
  harmed('IndexedDB deleted', databaseDeleted, undefined),
  harmed('IndexedDB corrupted', databaseCorrupted, { rebuilds: true }),
  harmed('browser’s journal torn', journalTorn, undefined),
  {
    name: 'browser’s quota exceeded',
    isShort: false,
    surroundings: { browser: true },
    excuses: { rebuilds: true },
    run: quotaExceeded,
  },
];
