import { describe, expect, it } from 'vitest';
import { answerWords } from '../fixtures/answer-words.ts';
import { aCase, aDossier } from '../fixtures/builders.ts';
import { berndKrueger, testTownSettings } from '../fixtures/test-town.ts';
import { dogTax } from '../services/order/dog-tax.ts';
import { dossier } from './case.ts';
import { applicationJson, type CaseJsonSource, caseJson } from './case-json.ts';
import type { MunicipalitySettings, Service } from './settings.ts';
import { instant } from './time.ts';

const at = instant.parse('2026-11-23T09:00:00.000Z');
const event = { at, byId: berndKrueger.id };
const given = aDossier();
const source: CaseJsonSource = {
  municipality: testTownSettings.find(({ kind }) => kind === 'municipality') as MunicipalitySettings,
  service: testTownSettings.find(({ kind }) => kind === 'service') as Service,
  form: dogTax.form,
  caseRecord: aCase({ assigneeId: berndKrueger.id }),
  dossier: dossier.parse({
    ...given,
    events: [
      ...given.events,
      { ...event, opId: 'op-2', kind: 'note', text: 'ruft oft an' },
      { ...event, opId: 'op-3', kind: 'answerCorrected', path: 'dogName', value: 'Rex', basedOn: [] },
    ],
  }),
  answerWords,
  at,
  files: [],
};

const text = (made: object) => JSON.stringify(made);

describe('a case as JSON', () => {
  it('has both documents as they are, who is meant by each id, and what was entered beside what counts', () => {
    const made = caseJson(source, () => 'Bernd Krüger');
    const { trackingCode, ...kept } = source.dossier;
    expect(made).toMatchObject({
      format: 'amtsstube/case',
      case: source.caseRecord,
      dossier: kept,
      clerks: { [berndKrueger.id]: 'Bernd Krüger' },
    });
    const { label } = dogTax.form.sections
      .flatMap(({ fields }) => fields)
      .find(({ id }) => id === 'dogName') as { label: string };
    const corrected = { path: 'dogName', label, corrected: { value: 'Rex', text: 'Rex' } };
    expect(made).toMatchObject({
      readable: expect.arrayContaining([
        expect.objectContaining({ answers: expect.arrayContaining([expect.objectContaining(corrected)]) }),
      ]),
    });
    expect(text(made)).toContain('ruft oft an');
    expect(text(made)).not.toContain(trackingCode);
  });

  it('for another body: the application with its corrections, and nothing the office noted for itself', () => {
    const made = applicationJson(source, 'Landkreis');
    expect(made).toMatchObject({
      to: 'Landkreis',
      fileReference: source.caseRecord.fileReference,
      answers: source.dossier.answers,
      corrections: { dogName: 'Rex' },
    });
    for (const inner of ['ruft oft an', berndKrueger.id, source.dossier.trackingCode, 'events'])
      expect(text(made)).not.toContain(inner);
  });

  it('for another body: who else takes part, what stands on the paper, what was asked and answered', () => {
    const representedBy = { name: 'Ute Sander', address: 'Markt 1, 39576 Stendal', hasPowerOfAttorney: true };
    const jointApplicants = [{ name: 'Karl Zweit', address: 'Weg 2' }];
    const question = {
      id: 'question-1',
      opId: 'op-4',
      text: 'Wie alt ist der Hund?',
      documents: [],
      answerBy: '2026-12-01',
      askedBy: berndKrueger.id,
      askedAt: at,
      mail: 'none',
      seenAt: null,
      answers: [{ opId: 'op-5', at, text: 'Drei Jahre', files: [], read: { byId: berndKrueger.id, at } }],
      end: { how: 'answered', at },
    };
    const asWritten = [{ path: 'dogName', text: 'unleserlich' }];
    const more = { representedBy, jointApplicants, asWritten, questions: [question] };
    const made = applicationJson(
      { ...source, dossier: dossier.parse({ ...source.dossier, ...more }) },
      'Landkreis',
    );
    expect(made).toMatchObject({
      representedBy,
      jointApplicants,
      asWritten: [{ path: 'dogName', label: 'Name des Hundes', text: 'unleserlich' }],
      questions: [{ text: 'Wie alt ist der Hund?', answers: [{ at, text: 'Drei Jahre', files: [] }] }],
    });
    expect(text(made)).not.toContain(berndKrueger.id);
  });

  it('without its form it has what was answered all the same', () => {
    const made = caseJson({ ...source, form: undefined }, () => '');
    expect(made).toMatchObject({ form: null, readable: [], dossier: { answers: source.dossier.answers } });
  });
});
