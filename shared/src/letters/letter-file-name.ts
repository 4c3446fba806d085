/** In UTF-16 units, which Windows counts. */
const longest = 100;

/** What a letter is called as a file: `HST-2026-00001 Bescheid Hundesteuer anmelden.pdf`; without what Windows refuses. */
export function letterFileName(fileReference: string, subject: string): string {
  return plainFileName(
    `${`${fileReference} ${subject}`.replaceAll(/[/\\:*?"<>|\p{Cc}\s]+/gu, ' ').trim()}.pdf`,
  );
}

/** A name that every file system takes: without what Windows refuses, not too long, and with the extension it had. */
export function plainFileName(name: string): string {
  const plain = name.replaceAll(/[/\\:*?"<>|\p{Cc}]+/gu, '_').replace(/^\.+/, '_');
  const extension = /\.[\p{L}\p{N}]{1,8}$/u.exec(plain)?.[0] ?? '';
  const stem = plain.slice(0, plain.length - extension.length).slice(0, longest - extension.length);
  // a cut may go through the middle of a character, and Windows takes no dot or blank at the end
  const whole = stem.toWellFormed().replaceAll('\ufffd', '_');
  return `${extension === '' ? whole.replace(/[. ]+$/, '') : whole.trimEnd()}${extension}`;
}
