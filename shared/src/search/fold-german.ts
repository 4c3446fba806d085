/** Text as searching sees it: no case, no accents, and "Mueller", "Müller" and "Muller" are one. */
export function foldGerman(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([aou])e/g, '$1');
}

/** Every word of the query somewhere in the text, in any order; a query without words fits everything. */
export function containsWords(text: string, query: string): boolean {
  const searched = foldGerman(text);
  return foldGerman(query)
    .split(/\s+/)
    .every((word) => searched.includes(word));
}
