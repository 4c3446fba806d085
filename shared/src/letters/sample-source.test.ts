import { describe, expect, it } from 'vitest';
import { checkAnswers, fieldsOf } from '../domain/form-interpreter.ts';
import { municipalitySettings } from '../domain/settings.ts';
import { localDate } from '../domain/time.ts';
import { answerWords } from '../fixtures/answer-words.ts';
import { testTownSettings } from '../fixtures/test-town.ts';
import { catalogueServices } from '../services/catalogue.ts';
import { defaultTemplates } from './default-templates.ts';
import { draftLetter } from './draft-letter.ts';
import { sampleAnswers } from './sample-answers.ts';
import { sampleSource } from './sample-source.ts';

const municipality = municipalitySettings.parse(testTownSettings.find(({ kind }) => kind === 'municipality'));
const given = {
  municipality,
  departmentName: 'Bürgerservice',
  clerkName: 'Anna Berger',
  today: localDate.parse('2026-11-27'),
  answerWords,
};

describe.each(catalogueServices)('a sample letter of $name', ({ name, form }) => {
  it('has something at each gap for an answer, and somebody it goes to', () => {
    const asked = fieldsOf(form).filter(({ type }) => !['group', 'information', 'upload'].includes(type));
    const text = asked.map(({ id }) => `<{{Antwort:${id}}}>`).join('\n');
    const source = sampleSource({ ...given, serviceName: name, form });
    const { letter, problems } = draftLetter({ ...defaultTemplates[0]!, text }, source);
    expect(problems).toEqual([]);
    expect(letter.text).not.toContain('<>');
    expect(letter.text.match(/</g)).toHaveLength(asked.length);
    expect(letter.addressee).toEqual(['Erika Mustermann', 'Musterweg 7', '39576 Musterstadt']);
  });

  it('its answers are of the kinds the form asks for', () => {
    const checked = checkAnswers(form, sampleAnswers(form));
    const wrong = checked.ok
      ? []
      : checked.errors.filter(({ code }) => !['patternMismatch', 'required'].includes(code));
    expect(wrong).toEqual([]);
  });
});
