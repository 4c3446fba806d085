import { describe, expect, it } from 'vitest';
import { instant, localDate } from '../../domain/time.ts';
import { post, write } from '../../fixtures/meetings/letter-acts.ts';
import { bernd } from '../../fixtures/meetings/meeting.ts';
import { codeOf, TestOffice } from '../../fixtures/test-office.ts';

describe('a letter put into the post', () => {
  it.each([
    ['2026-11-22', 'notPostedThen'],
    ['2026-11-23', 'accepted'],
    ['2026-11-25', 'accepted'],
    ['2026-11-26', 'notPostedThen'],
  ])('written on 23 November and said on the 25th to be posted on %s: %s', (on, says) => {
    const office = new TestOffice();
    const [writing, letter] = write(bernd);
    office.decideUnchecked(writing, letter, bernd);
    office.decidedAt = instant.parse('2026-11-25T08:00:00.000Z');
    const [posting, payload] = post(bernd);
    const outcome = office.decideUnchecked(posting, { ...payload, on: localDate.parse(on) }, bernd);
    expect(codeOf(outcome)).toBe(says);
    if (says === 'notPostedThen')
      expect(outcome).toMatchObject({ reason: { from: '2026-11-23', until: '2026-11-25' } });
  });
});
