const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** A name to save under that Windows, macOS and Linux all take; `fallback` where nothing of it is left. */
export function suggestedFileName(wanted: string, fallback: string): string {
  const cleaned = [...wanted.normalize('NFC')]
    .map((character) => (isForbidden(character) ? ' ' : character))
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 120)
    .trim();
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
