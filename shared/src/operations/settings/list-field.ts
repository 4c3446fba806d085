/** A list as one field of a form: two people who both change it don't get a mixture. */
export function linesOf(entries: readonly string[]): string {
  return entries.join('\n');
}

export function asLines(
  change: { readonly from: readonly string[]; readonly to: readonly string[] } | undefined,
): { readonly from: string; readonly to: string } | undefined {
  return change && { from: linesOf(change.from), to: linesOf(change.to) };
}
