export type CsvCell = string | number | undefined;

/** As spreadsheets in German read it: semicolons, UTF-8 with its mark. Decimals come with their comma already. */
export function csvOf(lines: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${lines.map((cells) => cells.map(cellOf).join(';')).join('\r\n')}\r\n`;
}

/** A name that begins like a formula would be one in the spreadsheet. */
function cellOf(value: CsvCell): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value ?? '') ? `'${value}` : (value ?? '');
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
