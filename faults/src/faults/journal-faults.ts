import { appendFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Fault, operationsPerDesk } from '../fault.ts';
import { handedOver } from '../rest.ts';
import type { FaultTown } from '../town.ts';

const lastRecordBytes = 200;

/** Power fails in the middle of a record that was never acknowledged: its beginning is there. */
async function tailTorn(town: FaultTown): Promise<void> {
  await town.work(operationsPerDesk / 2);
  const { desk, line } = town.offices[0];
  line.weather = { kind: 'cut' };
  for (let count = 0; count < 3; count += 1) await town.note(desk);
  await desk.kill();
  const file = journalOf(desk.setup.directory);
  const bytes = readFileSync(file);
  // of a record like the last one, as much as came to the disk
  const begun = bytes.subarray(bytes.length - lastRecordBytes);
  appendFileSync(file, begun.subarray(0, town.random.between(1, begun.length)));
  line.weather = { kind: 'fair' };
  await desk.start();
  await town.work(operationsPerDesk / 2);
}

/** A disk that forgets: bytes in the middle are others. What was handed over must cost nobody anything. */
async function bytesFlipped(town: FaultTown): Promise<void> {
  await town.work(operationsPerDesk / 2);
  const { desk } = town.offices[0];
  await handedOver(desk);
  await desk.kill();
  const file = journalOf(desk.setup.directory);
  const bytes = readFileSync(file);
  // the header stays: without it, it is nobody's journal
  for (let count = 0; count < 3; count += 1) {
    const at = town.random.between(Math.min(600, bytes.length >> 1), bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  }
  writeFileSync(file, bytes);
  await desk.start();
  await town.work(operationsPerDesk / 2);
}

/** The largest file: a rewritten journal's former one may still lie beside it. */
export function journalOf(directory: string): string {
  const folder = join(directory, 'host', 'journals');
  const [largest] = readdirSync(folder)
    .filter((name) => name.startsWith('journal.'))
    .map((name) => join(folder, name))
    .toSorted((a, b) => statSync(b).size - statSync(a).size);
  if (largest === undefined) throw new Error(`no journal in ${folder}`);
  return largest;
}

export const journalFaults: readonly Fault[] = [
  { name: 'journal tail torn', isShort: false, run: tailTorn },
  {
    name: 'journal bytes flipped',
    isShort: false,
    excuses: { identities: true, damagedJournal: true },
    run: bytesFlipped,
  },
];
