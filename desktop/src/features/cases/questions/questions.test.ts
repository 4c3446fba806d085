import type { FormDefinition, FormField } from '@amtsstube/shared/domain/form';
import { opId, questionId } from '@amtsstube/shared/domain/ids';
import { type Question, question } from '@amtsstube/shared/domain/question';
import { localDate } from '@amtsstube/shared/domain/time';
import { aDossier } from '@amtsstube/shared/fixtures/builders';
import { testTownSettings } from '@amtsstube/shared/fixtures/test-town';
import { describe, expect, it } from 'vitest';
import { askedFor, documentsOfForm } from './asked-documents.ts';
import { deliveryWords } from './delivery-words.ts';
import { questionStateWords } from './question-state.ts';

const at = '2026-11-27T09:00:00.000Z';
const nameOf = () => 'Bernd Öhler';
const asked = (changed: object = {}): Question =>
  question.parse({
    id: questionId.parse('q-1'),
    opId: opId.parse('op-1'),
    text: 'Geimpft?',
    documents: [],
    answerBy: '2026-12-11',
    askedBy: 'bernd',
    askedAt: at,
    mail: 'onItsWay',
    seenAt: null,
    answers: [],
    end: null,
    ...changed,
  });

describe('how far a question is on its way', () => {
  it.each([
    [{}, true, ['auf diesem Gerät gespeichert']],
    [{}, false, ['vom Server übernommen', 'E-Mail unterwegs', 'vom Bürger noch nicht gesehen']],
    [
      { mail: 'handedOver', seenAt: at },
      false,
      ['vom Server übernommen', 'E-Mail übergeben', 'vom Bürger gesehen am 27.11.2026, 10:00'],
    ],
  ] as const)('%j, waiting here: %s', (changed, isWaiting, words) => {
    expect(deliveryWords(asked(changed), isWaiting)).toEqual(words);
  });

  it('says what to do where no mail can tell', () => {
    expect(deliveryWords(asked({ mail: 'none' }), false)[1]).toContain('keine E-Mail-Adresse');
    expect(deliveryWords(asked({ mail: 'failed' }), false)[1]).toContain('rufen Sie an');
  });
});

describe('what became of a question', () => {
  it.each([
    [{}, '2026-12-11', 'offen · Antwort bis 11.12.2026'],
    [{}, '2026-12-12', 'Frist abgelaufen · Antwort bis 11.12.2026'],
    [{ end: { how: 'answered', at } }, '2026-12-12', 'beantwortet am 27.11.2026, 10:00'],
    [
      { end: { how: 'withdrawn', at, byId: 'bernd', text: '' } },
      '2026-12-12',
      'von Bernd Öhler zurückgenommen am 27.11.2026, 10:00',
    ],
  ])('%j on %s: %s', (changed, today, words) => {
    expect(questionStateWords(asked(changed), nameOf, localDate.parse(today))).toBe(words);
  });
});

describe('the documents asked for', () => {
  it('are offered from the form: what the answers make necessary first, then the others and its files, each once', () => {
    const version = testTownSettings.find((each) => each.kind === 'formVersion');
    if (version?.kind !== 'formVersion') throw new Error('no form');
    const upload: FormField = {
      id: 'sketch',
      type: 'upload',
      label: 'Lageskizze',
      required: false,
      accepts: ['pdf'],
      maximumCount: 1,
    };
    const form: FormDefinition = {
      ...version.form,
      sections: [...version.form.sections, { title: 'Dateien', fields: [upload] }],
      supportingDocuments: [
        { id: 'a', label: 'Impfpass', neededWhen: { fieldId: 'dogName', equals: 'Hasso' } },
        { id: 'b', label: 'Versicherung' },
      ],
    };
    const dossier = aDossier();
    const settings = [{ ...version, form }];
    expect(documentsOfForm(settings, dossier)).toEqual(['Versicherung', 'Impfpass', 'Lageskizze']);
    expect(documentsOfForm([], dossier)).toEqual([]);
  });

  it('are what was chosen and what was typed, line by line, each once', () => {
    expect(askedFor(['Impfpass'], ' Police \n\nImpfpass\n')).toEqual(['Impfpass', 'Police']);
  });
});
