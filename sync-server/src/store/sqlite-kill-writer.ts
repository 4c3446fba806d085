import { aDocument, decide, firstEpoch, town } from './contract/contract-builders.ts';
import { openSqliteStore } from './sqlite-store.ts';

/**
 * The process that sqlite-kill.whole.test.ts kills: writes for ever, and prints each seq once it is acknowledged.
 * Run as `node sqlite-kill-writer.ts <directory>`.
 */
const store = await openSqliteStore({ directory: process.argv[2] ?? '' });
if (!(await store.has(town))) await store.createMunicipality(town, firstEpoch);

async function writeForEver(desk: number): Promise<never> {
  for (;;) {
    const seq = await store.transact(town, (tx) =>
      decide(tx, (next) => [aDocument(`case-${next}`, next), aDocument(`desk-${desk}`, next)]),
    );
    process.stdout.write(`${seq}\n`);
  }
}
await Promise.all([1, 2, 3, 4, 5].map(writeForEver));
