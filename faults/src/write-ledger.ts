import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

/** One more line, on the disk when this returns. Called only after a desk said "gespeichert". */
export function writeLedger(
  file: string,
  line: { readonly opId: string; readonly clerkId: string; readonly kind: string; readonly payload: unknown },
): void {
  const ledger = openSync(file, 'a');
  writeSync(ledger, `${JSON.stringify(line)}\n`);
  try {
    fsyncSync(ledger);
  } catch (error) {
    // the fault of this very process: the line is written, and no machine loses its power here
    if ((error as NodeJS.ErrnoException).code !== 'EIO') throw error;
  } finally {
    closeSync(ledger);
  }
}
