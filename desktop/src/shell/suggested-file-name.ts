const longest = 120;
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** A name to save under that Windows, macOS and Linux all take, with its ending; `fallback` where nothing of it is left. */
export function suggestedFileName(wanted: string, fallback: string): string {
  const whole = [...wanted.normalize('NFC')]
    .map((character) => (isForbidden(character) ? ' ' : character))
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const ending = /\.[^. ]{1,10}$/.exec(whole)?.[0] ?? '';
  const cleaned =
    whole
      .slice(0, whole.length - ending.length)
      .slice(0, longest - ending.length)
      .trim() + ending;
  if (cleaned === '') return fallback;
  return reserved.test(cleaned) ? `_${cleaned}` : cleaned;
}

/** Separators, wildcards, control characters, and those that turn the reading direction to hide an ending. */
function isForbidden(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return (
    '<>:"/\\|?*'.includes(character) ||
    code < 32 ||
    code === 127 ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069)
  );
}
