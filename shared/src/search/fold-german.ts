/** Text as searching sees it: no case, no accents, and "Mueller", "Müller" and "Muller" are one. */
export function foldGerman(text: string): string {
  return withoutAccents(text).replace(/([aou])e/g, '$1');
}

// not taken apart by Unicode, but letters with a stroke to the collator
const strokes: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe' };

/** Small letters without accents and ligatures. */
export function withoutAccents(text: string): string {
  const lower = text.toLowerCase();
  if (/^[\x20-\x7e]*$/.test(lower)) return lower;
  return lower
    .replace(/[øłđßæœ]/g, (letter) => strokes[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

/** Every word of the query somewhere in the text, in any order; a query without words fits everything. */
export function containsWords(text: string, query: string): boolean {
  const searched = foldGerman(text);
  return foldGerman(query)
    .split(/\s+/)
    .every((word) => searched.includes(word));
}
