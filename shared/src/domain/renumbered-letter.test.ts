import { describe, expect, it } from 'vitest';
import { aLetter } from '../fixtures/a-letter.ts';
import { creditorReference } from './fees/creditor-reference.ts';
import { renumbered } from './renumbered-letter.ts';

const [was, is] = ['HST-2026-00001', 'HST-2026-00077'];

describe('the letter of a case that got another number', () => {
  it('says the new one in its line, its subject, its text and to the bank', () => {
    const letter = aLetter({
      subject: `Bescheid (${was})`,
      text: `Ihr Zeichen: ${was}.\n\nKassenzeichen ${creditorReference(was)}, nicht ${was}2.`,
    });
    const changed = renumbered(letter, is);
    expect(changed.information).toEqual([
      { label: 'Aktenzeichen', value: is },
      { label: 'Datum', value: '23.11.2026' },
    ]);
    expect(changed.subject).toBe(`Bescheid (${is})`);
    expect(changed.text).toBe(
      `Ihr Zeichen: ${is}.\n\nKassenzeichen ${creditorReference(is)}, nicht ${was}2.`,
    );
  });

  it('has its line also where it was written without a number; without one it stays as it is', () => {
    const letter = aLetter({ information: [{ label: 'Datum', value: '23.11.2026' }] });
    expect(renumbered(letter, is).information[0]).toEqual({ label: 'Aktenzeichen', value: is });
    expect(renumbered(letter, '')).toEqual(letter);
    expect(renumbered(aLetter(), was)).toEqual(aLetter());
  });
});
