import { describe, expect, it } from 'vitest';
import { keptLetter, textsForOthers } from './kept-letter.ts';

describe('a letter in work', () => {
  it('written for one decision is offered, but is no text of another', () => {
    const kept = keptLetter.parse({ approved: { text: 'Dem Antrag wird entsprochen.' } });
    expect(kept.rejected).toBeUndefined();
    expect(textsForOthers(kept, 'rejected')).toEqual([
      { purpose: 'approved', text: 'Dem Antrag wird entsprochen.' },
    ]);
    expect(textsForOthers(kept, 'approved')).toEqual([]);
  });
});
