import { describe, expect, it } from 'vitest';
import { aService } from '../../fixtures/booking-builders.ts';
import {
  answersAsWorded,
  askedQuestions,
  type ChosenAnswer,
  chosenOf,
  leadsToBooking,
  type VisitQuestion,
  visitQuestion,
  visitQuestions,
} from './visit-questions.ts';

const goOn = { is: 'booking', bring: [], hint: '' } as const;
const child: VisitQuestion = visitQuestion.parse({
  id: 'child',
  asks: 'Ist das Kind schon 16?',
  answers: [
    { id: 'yes', says: 'Ja', leadsTo: goOn },
    { id: 'no', says: 'Nein', leadsTo: { ...goOn, bring: ['Zustimmung beider Eltern'] } },
  ],
});
const old: VisitQuestion = visitQuestion.parse({
  id: 'old',
  asks: 'Haben Sie den alten Ausweis noch?',
  answers: [
    { id: 'yes', says: 'Ja', leadsTo: { ...goOn, bring: ['den alten Ausweis'] } },
    {
      id: 'no',
      says: 'Nein',
      leadsTo: { is: 'instead', says: 'Bitte den Verlust melden.', serviceId: null },
    },
  ],
});
const services = [
  { ...aService('pass'), visitQuestions: [child, old] },
  aService('without'),
  { ...aService('card'), visitQuestions: [old] },
];
const chosen = (...named: readonly (readonly [service: string, question: string, answer: string])[]) =>
  named.map(([serviceId, questionId, answerId]) => ({ serviceId, questionId, answerId }) as ChosenAnswer);

describe('what is asked before a time is chosen', () => {
  it('each service asks for itself, also the same as another', () => {
    const asked = askedQuestions(services, chosen(['pass', 'old', 'yes']));
    expect(asked.map(({ serviceId, question, answer }) => [serviceId, question.id, answer?.id])).toEqual([
      ['pass', 'child', undefined],
      ['pass', 'old', 'yes'],
      ['card', 'old', undefined],
    ]);
    expect(leadsToBooking(asked)).toBe(false);
    expect(chosenOf(asked)).toEqual(chosen(['pass', 'old', 'yes']));
  });

  it('leads to a time where all is answered, and nothing leads elsewhere', () => {
    const all = [
      ['pass', 'child', 'no'],
      ['pass', 'old', 'yes'],
      ['card', 'old', 'yes'],
    ] as const;
    expect(leadsToBooking(askedQuestions(services, chosen(...all)))).toBe(true);
    const elsewhere = chosen(...all.slice(0, 2), ['card', 'old', 'no']);
    expect(leadsToBooking(askedQuestions(services, elsewhere))).toBe(false);
    expect(leadsToBooking(askedQuestions([aService('without')], []))).toBe(true);
  });

  it('is kept as it is worded, with what the answer adds; what is asked no more is left out', () => {
    const given = chosen(
      ['pass', 'child', 'no'],
      ['pass', 'gone', 'yes'],
      ['pass', 'old', 'perhaps'],
      ['elsewhere', 'old', 'yes'],
    );
    expect(answersAsWorded(services, given)).toEqual([
      {
        serviceId: 'pass',
        asks: 'Ist das Kind schon 16?',
        says: 'Nein',
        bring: ['Zustimmung beider Eltern'],
      },
    ]);
    expect(answersAsWorded(services, undefined)).toEqual([]);
  });

  it('is no question with one answer, with two alike, or with two of one name', () => {
    const [yes, no] = child.answers;
    const fits = (answers: readonly unknown[]) => visitQuestion.safeParse({ ...child, answers }).success;
    expect(fits([yes, no])).toBe(true);
    expect(fits([yes])).toBe(false);
    expect(fits([yes, { ...no, says: ' ja ' }])).toBe(false);
    expect(fits([yes, { ...no, id: 'yes' }])).toBe(false);
    expect(visitQuestions.safeParse([child, child]).success).toBe(false);
    expect(visitQuestions.safeParse([child, old]).success).toBe(true);
  });
});
