const collator = new Intl.Collator('de', { numeric: true, sensitivity: 'base' });

/** German order: ä beside a, numbers by value, upper and lower case alike. */
export function compareGerman(left: string, right: string): number {
  return collator.compare(left, right);
}

/** Text as searching sees it: no case, no accents, and "Mueller", "Müller" and "Muller" are one. */
export function foldGerman(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([aou])e/g, '$1');
}
