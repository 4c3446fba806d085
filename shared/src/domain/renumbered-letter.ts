import { creditorReference } from './fees/creditor-reference.ts';
import { fileReferenceLabel, type Letter } from './letter.ts';

/**
 * The letter with its case's file reference wherever the one it was written with stands: a case entered without a line may
 * have got another number since. '' = the case has none yet, and the letter stays as it is.
 */
export function renumbered(letter: Letter, fileReference: string): Letter {
  if (fileReference === '') return letter;
  const before = letter.information.find(({ label }) => label === fileReferenceLabel)?.value;
  const { payment } = letter;
  const line = { label: fileReferenceLabel, value: fileReference };
  const change = changeOf(before, fileReference);
  return {
    ...letter,
    information:
      before === undefined
        ? [line, ...letter.information].slice(0, 8)
        : letter.information.map((each) => (each.label === fileReferenceLabel ? line : each)),
    subject: change(letter.subject),
    text: change(letter.text),
    legalRemedy: change(letter.legalRemedy),
    closing: change(letter.closing),
    ...(payment && {
      payment: { ...payment, reference: creditorReference(fileReference) ?? payment.reference },
    }),
  };
}

/** Old numbers in a text made new, the one for the bank too. */
function changeOf(before: string | undefined, now: string): (text: string) => string {
  if (before === undefined || before === '' || before === now) return (text) => text;
  const replacements = [[before, now] as const];
  const [was, is] = [creditorReference(before), creditorReference(now)];
  if (was !== undefined && is !== undefined) replacements.push([was, is]);
  return (text) => replacements.reduce((changed, [from, to]) => replaceWhole(changed, from, to), text);
}

/** Not within a longer number or word. */
function replaceWhole(text: string, from: string, to: string): string {
  const escaped = from.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return text.replaceAll(new RegExp(`(?<![\\p{L}\\d])${escaped}(?![\\p{L}\\d])`, 'gu'), () => to);
}
