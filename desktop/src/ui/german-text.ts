import { withoutAccents } from '@amtsstube/shared/search/fold-german';

export { foldGerman } from '@amtsstube/shared/search/fold-german';

const collator = new Intl.Collator('de', { numeric: true, sensitivity: 'base' });

/** German order: ä beside a, numbers by value, upper and lower case alike. */
export function compareGerman(left: string, right: string): number {
  return collator.compare(left, right);
}

/**
 * A text whose order by code unit is that of `compareGerman`, for lists so long that comparing by the collator takes half
 * a second. Equal keys = equal in German.
 */
export function germanSortKey(text: string): string {
  const plain = withoutAccents(text);
  let key = '';
  for (let at = 0; at < plain.length; at += 1) {
    const code = plain.charCodeAt(at);
    if (isDigit(code)) {
      const begin = at;
      while (isDigit(plain.charCodeAt(at + 1))) at += 1;
      key += numberKey(plain.slice(begin, at + 1));
    } else key += signKeys[code] ?? plain[at];
  }
  return key;
}

/** The collator's order of what is neither letter nor digit; all of it before the digits, these before the letters. */
const signs = ' _-,;:!?.\'"()[]{}@*/\\&#%`^+<=>|~$';
const signKeys: readonly (string | undefined)[] = Array.from({ length: 128 }, (_, code) => {
  const place = signs.indexOf(String.fromCharCode(code));
  return place < 0 ? undefined : String.fromCharCode(place + 1);
});

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** The longer number is the greater one, once its zeros in front are gone. */
function numberKey(digits: string): string {
  const value = digits.replace(/^0+(?=\d)/, '');
  return `0${String.fromCharCode(value.length)}${value}`;
}
