/** What a letter is called as a file: `HST-2026-00001 Bescheid Hundesteuer anmelden.pdf`; without what Windows refuses. */
export function letterFileName(fileReference: string, subject: string): string {
  const name = `${fileReference} ${subject}`.replaceAll(/[/\\:*?"<>|\p{Cc}\s]+/gu, ' ').trim();
  return `${name.slice(0, 120).trim()}.pdf`;
}
