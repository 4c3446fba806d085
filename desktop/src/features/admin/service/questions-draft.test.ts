import { testTownQuestions } from '@amtsstube/shared/fixtures/test-town-questions';
import { describe, expect, it } from 'vitest';
import {
  newQuestion,
  problemsIn,
  readQuestions,
  stillWrong,
  type TypedQuestion,
  typedQuestionsOf,
} from './questions-draft.ts';

const questions = testTownQuestions['bewohnerparkausweis-beantragen'] ?? [];
const [car, kind] = typedQuestionsOf(questions) as [TypedQuestion, TypedQuestion];
const withAnswer = (changed: object): TypedQuestion => ({
  ...car,
  answers: car.answers.map((each, index) => (index === 1 ? { ...each, ...changed } : each)),
});

describe('questions before an appointment, as typed', () => {
  it('are shown as they are, and read again as the same', () => {
    expect(questions.length).toBeGreaterThan(1);
    expect(readQuestions(typedQuestionsOf(questions))).toEqual({ ok: true, questions });
    expect(readQuestions([])).toEqual({ ok: true, questions: [] });
  });

  it('lose nothing where an answer leads elsewhere and back', () => {
    const there = {
      ...car,
      answers: car.answers.map((each) => ({ ...each, leadsTo: 'instead' as const, instead: 'Anrufen' })),
    };
    const back = {
      ...there,
      answers: there.answers.map((each) => ({ ...each, leadsTo: 'booking' as const })),
    };
    expect(readQuestions([back])).toEqual({ ok: true, questions: questions.slice(0, 1) });
    expect(readQuestions([there])).toMatchObject({
      ok: true,
      questions: [{ answers: [{ leadsTo: { is: 'instead', says: 'Anrufen', serviceId: null } }, {}, {}] }],
    });
  });

  it('empty lines and spaces around are left out', () => {
    const found = readQuestions([
      withAnswer({ says: ' Auf wen anders ', bring: '\n Vollmacht \n\n Ausweis' }),
    ]);
    expect(found).toMatchObject({
      ok: true,
      questions: [
        { answers: [{}, { says: 'Auf wen anders', leadsTo: { bring: ['Vollmacht', 'Ausweis'] } }, {}] },
      ],
    });
  });

  it('what is put right is said no more, what is new is said when it is to be saved', () => {
    const wrong = withAnswer({ says: '', bring: 'x'.repeat(201) });
    const found = problemsIn([wrong]);
    expect(found.map(({ at }) => at)).toEqual(['says', 'bring']);
    const added = newQuestion(() => crypto.randomUUID().slice(0, 8));
    expect(stillWrong(found, [withAnswer({ says: '' }), added]).map(({ at }) => at)).toEqual(['says']);
    expect(stillWrong(found, [kind])).toEqual([]);
  });

  it.each<[string, TypedQuestion, readonly string[]]>([
    ['a new one', newQuestion(() => crypto.randomUUID().slice(0, 8)), ['asks', 'says', 'says']],
    ['one answer', { ...car, answers: car.answers.slice(0, 1) }, ['answers']],
    ['two answers alike', withAnswer({ says: 'auf  MICH' }), ['sameAnswer']],
    ['too long a question', { ...car, asks: 'x'.repeat(201) }, ['asks']],
    ['too long an answer', withAnswer({ says: 'x'.repeat(121) }), ['says']],
    ['too long a hint', withAnswer({ hint: 'x'.repeat(501) }), ['hint']],
    ['too much to bring', withAnswer({ bring: 'Ausweis\n'.repeat(11) }), ['bring']],
    ['too long a line', withAnswer({ bring: 'x'.repeat(201) }), ['bring']],
    ['nothing instead', withAnswer({ leadsTo: 'instead' }), ['instead']],
    ['what isn’t typed any more', withAnswer({ leadsTo: 'booking', instead: 'x'.repeat(999) }), []],
  ])('%s: said at its field', (_, typed, at) => {
    const found = readQuestions([kind, typed]);
    expect(found.ok ? [] : found.problems.map((each) => each.at)).toEqual(at);
    if (!found.ok) expect(new Set(found.problems.map((each) => each.question))).toEqual(new Set([typed.id]));
  });
});
