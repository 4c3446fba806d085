import { fieldErrorCode } from '@amtsstube/shared/domain/forms/field-error';
import { describe, expect, it } from 'vitest';
import { answerError } from './answer-error.ts';

const asked = { id: 'x', label: 'x', required: true } as const;

describe('what is wrong with a typed answer', () => {
  it.each(fieldErrorCode.options)('is a sentence for %s, whatever the field', (code) => {
    for (const field of [
      { ...asked, type: 'text' as const, maxLength: 80 },
      { ...asked, type: 'number' as const, decimals: 0 },
      { ...asked, type: 'email' as const },
    ])
      expect(answerError(field, code)).toMatch(/^[A-ZÄÖÜ][^{}]*\.$/);
  });

  it('names the form’s own bounds and words', () => {
    const length = { ...asked, type: 'number' as const, decimals: 1, minimum: 0.5, maximum: 12 };
    expect(answerError(length, 'belowMinimum')).toBe('Das ist zu klein: mindestens 0,5.');
    expect(answerError(length, 'tooManyDecimals')).toBe('Höchstens 1 Stelle hinter dem Komma.');
    const fee = { ...asked, type: 'money' as const, maximum: 125_000 };
    expect(answerError(fee, 'aboveMaximum')).toBe('Das ist zu groß: höchstens 1.250,00 €.');
    const pattern = { expression: '\\d{5} .*', says: 'Bitte erst fünf Ziffern.' };
    expect(answerError({ ...asked, type: 'text', maxLength: 80, pattern }, 'patternMismatch')).toBe(
      'Bitte erst fünf Ziffern.',
    );
  });
});
