import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { aDocument, aLogRow, scopeA, town } from './contract/contract-builders.ts';
import { openSqliteStore } from './sqlite-store.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'amtsstube-kill-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

it('[S1] whatever was acknowledged before the process was killed is there, whole', {
  timeout: 60_000,
}, async () => {
  for (const howMany of [1, 50, 333]) {
    const acknowledged = await killAfter(howMany);
    const store = await openSqliteStore({ directory });
    await store.snapshot(town, async (read) => {
      const { seq: last } = await read.head();
      expect(last).toBeGreaterThanOrEqual(Math.max(...acknowledged));
      for (const seq of acknowledged) {
        expect(await read.logBySeq(seq)).toEqual(aLogRow(seq));
        expect(await read.payload(aLogRow(seq).opId)).toEqual({ text: `payload ${seq}` });
        expect(await read.document({ collection: 'cases', id: `case-${seq}` })).toEqual(
          aDocument(`case-${seq}`, seq),
        );
      }
      // nothing half: what came after the last acknowledgement is there with all its parts, or not at all
      expect(await read.log(0, 1e9)).toHaveLength(last);
      expect(await read.changes('cases', [scopeA], last, 10)).toEqual([]);
      expect((await read.digest('cases', [scopeA])).count).toBe(
        (await read.allDocuments('cases', '', 1e9)).length,
      );
    });
    await store.close();
  }
});

/** Starts a writer, kills it once it has acknowledged so many, and gives all it had printed by then. */
async function killAfter(howMany: number): Promise<readonly number[]> {
  const writer = spawn(process.execPath, [join(import.meta.dirname, 'sqlite-kill-writer.ts'), directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const acknowledged: number[] = [];
  for await (const line of createInterface({ input: writer.stdout })) {
    acknowledged.push(Number(line));
    if (acknowledged.length === howMany) writer.kill('SIGKILL');
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(howMany);
  return acknowledged;
}
