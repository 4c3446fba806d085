import type { ReadStatement } from './bank-entry.ts';
import { readCamt } from './read-camt.ts';
import { readCsv } from './read-csv.ts';

/** A year of a small town is a tenth of it. */
export const largestStatement = 20 * 1024 * 1024;

/** What a file's first characters say it is, where it is none of the two. */
const others = [
  [/^%PDF-/, 'pdf'],
  [/^PK\W/, 'zip'],
  [/^(\{1:|:20:|\s*-?\r?\n?:20:)/, 'mt940'],
] as const;

/** Reads a bank statement whatever the bank called it: by its content, never by its name. */
export function readStatement(bytes: Uint8Array): ReadStatement {
  if (bytes.length === 0) return { problem: { code: 'empty' } };
  if (bytes.length > largestStatement) return { problem: { code: 'tooBig' } };
  const text = textOf(bytes);
  for (const [pattern, code] of others) if (pattern.test(text)) return { problem: { code } };
  // text has none of these
  if (text.includes('\0')) return { problem: { code: 'notAStatement' } };
  if (/^\s*</.test(text)) return readCamt(text);
  return readCsv(text);
}

/** UTF-8 where it is that; else what Windows programs of German banks write. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
