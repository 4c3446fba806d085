import { mod97 } from '../mod97.ts';

/** RF, two check digits, and at most this many characters (ISO 11649). */
const longestOwn = 21;

/**
 * What a payer writes (Kassenzeichen), `RF70HST202600017`: an ISO 11649 creditor reference made from the file reference,
 * so that it needs no series of its own, and a slip of the pen shows by its check digits. undefined: the case has no file
 * reference yet.
 */
export function creditorReference(fileReference: string): string | undefined {
  const own = plain(fileReference).slice(-longestOwn);
  if (own === '') return undefined;
  const check = String(98 - mod97(`${own}RF00`)).padStart(2, '0');
  return `RF${check}${own}`;
}

/** Every creditor reference with right check digits in a text, however it was broken up and written. */
export function referencesIn(text: string, known: ReadonlySet<string>): readonly string[] {
  const squeezed = plain(text);
  const found = [...squeezed.matchAll(/RF\d{2}/g)].flatMap(({ index }) => {
    // what follows it in the text can't be told from it, so the known ones are tried, longest first
    for (let length = 4 + longestOwn; length > 4; length -= 1) {
      const candidate = squeezed.slice(index, index + length);
      if (candidate.length === length && known.has(candidate)) return [candidate];
    }
    return [];
  });
  return [...new Set(found)];
}

const letters: Readonly<Record<string, string>> = { Ä: 'AE', Ö: 'OE', Ü: 'UE', ẞ: 'SS' };

/** Capital letters and digits only: what is left of a text in every bank's forms. */
function plain(text: string): string {
  return text
    .toUpperCase()
    .normalize('NFC')
    .replaceAll(/[ÄÖÜẞ]/g, (letter) => letters[letter] ?? '')
    .replaceAll(/[^A-Z0-9]/g, '');
}
