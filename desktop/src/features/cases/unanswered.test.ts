import { describeCorrected } from '@amtsstube/shared/domain/describe-corrected';
import { answerWords } from '@amtsstube/shared/fixtures/answer-words';
import { aDossier, validDogAnswers } from '@amtsstube/shared/fixtures/builders';
import { dogTaxForm } from '@amtsstube/shared/services/order/dog-tax-form';
import { describe, expect, it } from 'vitest';
import { countUnanswered, withoutUnanswered } from './unanswered.ts';

const described = (answers = validDogAnswers()) =>
  describeCorrected(dogTaxForm, aDossier({ answers }), answerWords);
const pathsIn = (sections: ReturnType<typeof described>) =>
  sections.flatMap(({ rows }) => rows.map(({ path }) => path));

describe('questions that were left unanswered', () => {
  it('are counted and left out, but for those somebody has begun to answer', () => {
    const sections = described();
    expect(pathsIn(sections)).toContain('phone');
    const count = countUnanswered(sections);
    expect(count).toBeGreaterThan(0);
    const answered = withoutUnanswered(sections, () => false);
    expect(pathsIn(answered)).toHaveLength(pathsIn(sections).length - count);
    expect(countUnanswered(answered)).toBe(0);
    expect(pathsIn(withoutUnanswered(sections, (path) => path === 'phone'))).toContain('phone');
  });

  it('are one for a group that holds no entry', () => {
    const sections = [
      {
        section: 'Kinder',
        rows: [{ kind: 'entries', path: 'children', label: 'Kinder', entries: [] } as const],
      },
    ];
    expect(countUnanswered(sections)).toBe(1);
    expect(withoutUnanswered(sections, () => false)).toEqual([]);
  });

  it('stay in sight where the form demands an answer', () => {
    const { dogName: _gone, ...others } = validDogAnswers();
    expect(pathsIn(withoutUnanswered(described(others), () => false))).toContain('dogName');
  });
});
