/** Whether two copies hold the same documents in the same versions, in one text. Removed ones don't count. */
export function versionsOf(rows: readonly (readonly [string, string, number, unknown])[]): string {
  return rows
    .filter(([, , , document]) => document !== null)
    .map(([collection, id, seq]) => `${collection} ${id} ${seq}`)
    .toSorted()
    .join('\n');
}
