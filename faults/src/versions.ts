import { createHash } from 'node:crypto';

/** Whether two copies hold the same documents in the same versions, in one word. Removed ones don't count. */
export function versionsOf(rows: readonly (readonly [string, string, number, unknown])[]): string {
  const lines = rows
    .filter(([, , , document]) => document !== null)
    .map(([collection, id, seq]) => `${collection} ${id} ${seq}`)
    .toSorted();
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}
