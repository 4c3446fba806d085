/** A number as Germans type it: `12,5`; undefined where nothing stands, NaN where it is none. */
export function numberIn(text: string): number | undefined {
  const tidy = text.trim().replace(',', '.');
  if (tidy === '') return undefined;
  return /^-?\d+(\.\d+)?$/.test(tidy) ? Number(tidy) : Number.NaN;
}

/** An amount in euros, `12,50`, as cents. */
export function centsIn(text: string): number | undefined {
  const tidy = text.replace(/\s*€$/, '').trim();
  if (tidy === '') return undefined;
  const [, whole, fraction = ''] = /^(\d{1,9})(?:[.,](\d{1,2}))?$/.exec(tidy) ?? [];
  return whole === undefined ? Number.NaN : Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
}

export function numberText(value: number | undefined): string {
  return value === undefined ? '' : String(value).replace('.', ',');
}

export function eurosOf(cents: number | undefined): string {
  return cents === undefined ? '' : (cents / 100).toFixed(2).replace('.', ',');
}
