import { dossier } from '@amtsstube/shared/domain/case';
import type { PaperRow } from '@amtsstube/shared/domain/case-paper';
import { opId } from '@amtsstube/shared/domain/ids';
import type { MunicipalitySettings, Service } from '@amtsstube/shared/domain/settings';
import { instant } from '@amtsstube/shared/domain/time';
import { aCase, aDossier } from '@amtsstube/shared/fixtures/builders';
import { berndKrueger, testTownSettings } from '@amtsstube/shared/fixtures/test-town';
import { dogTax } from '@amtsstube/shared/services/order/dog-tax';
import { describe, expect, it } from 'vitest';
import { readAnswerWith } from '../../../ui/read-answer.ts';
import type { CaseSource } from './case-source.ts';
import { type PaperContent, paperOfCase } from './paper-of-case.ts';

const at = instant.parse('2026-11-23T09:00:00.000Z');
const given = aDossier();
const by = { at, byId: berndKrueger.id };
const correction = { ...by, kind: 'answerCorrected', path: 'dogName', basedOn: [] };
const content: PaperContent = { at, isForOthers: false, listed: [], documents: [] };

function aSource(events: readonly object[], waiting: readonly string[] = []): CaseSource {
  const document = dossier.parse({ ...given, events: [...given.events, ...events] });
  return {
    caseRecord: aCase(),
    dossier: { document, waiting: waiting.map((id) => opId.parse(id)) },
    municipality: testTownSettings.find(({ kind }) => kind === 'municipality') as MunicipalitySettings,
    service: testTownSettings.find(({ kind }) => kind === 'service') as Service,
    form: dogTax.form,
    nameOf: () => berndKrueger.name,
    settingName: (id) => id,
    readAnswer: readAnswerWith(testTownSettings, given.formVersionId),
  };
}

function rowsOf(source: CaseSource, changed: Partial<PaperContent> = {}): readonly PaperRow[] {
  const { parts } = paperOfCase(source, { ...content, ...changed });
  return parts.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'rows' ? block.rows : [])));
}

const nameRow = (source: CaseSource) => rowsOf(source).find(({ label }) => label === 'Name des Hundes');

describe('a case on paper', () => {
  it('shows what counts, and beside it what was entered', () => {
    const entered = given.answers['dogName'];
    expect(nameRow(aSource([]))).toMatchObject({ value: entered, notes: [] });
    expect(nameRow(aSource([{ ...correction, opId: 'op-2', value: 'Rex' }]))).toMatchObject({
      value: 'Rex',
      notes: [`Eingereicht: ${entered}`, 'Vom Amt berichtigt am 23.11.2026, 10:00'],
    });
  });

  it('says where two corrections stand against each other', () => {
    const both = ['Rex', 'Hasso'].map((value, index) => ({ ...correction, opId: `op-${index}`, value }));
    expect(nameRow(aSource(both))?.notes.join()).toContain('Gegeneinander stehen: „Rex“, „Hasso“');
  });

  it('for another body: without history, notes, and who does what in the office', () => {
    const source = aSource([{ ...by, opId: 'op-2', kind: 'note', text: 'ruft oft an' }]);
    expect(JSON.stringify(rowsOf(source))).toContain('ruft oft an');
    const others = JSON.stringify(rowsOf(source, { isForOthers: true }));
    for (const inner of ['ruft oft an', berndKrueger.name, given.trackingCode])
      expect(others).not.toContain(inner);
    expect(others).toContain(source.caseRecord.applicantName);
  });

  it('names who else takes part, what stands on the paper, and for another body what was asked and answered', () => {
    const source = aSource([{ ...by, opId: 'op-2', kind: 'entered', channel: 'paper', text: '' }]);
    const question = {
      id: 'question-1',
      opId: 'op-3',
      text: 'Wie alt ist der Hund?',
      documents: ['Impfpass'],
      answerBy: '2026-12-01',
      askedBy: berndKrueger.id,
      askedAt: at,
      mail: 'none',
      seenAt: null,
      answers: [{ opId: 'op-5', at, text: 'Drei Jahre', files: [], read: null }],
      end: { how: 'closed', at, byId: berndKrueger.id, text: 'am Telefon: vier' },
    };
    const document = dossier.parse({
      ...source.dossier.document,
      representedBy: { name: 'Ute Sander', address: 'Markt 1', hasPowerOfAttorney: true },
      jointApplicants: [{ name: 'Karl Zweit', address: 'Weg 2' }],
      asWritten: [{ path: 'dogName', text: 'unleserlich' }],
      questions: [question],
    });
    const rows = rowsOf({ ...source, dossier: { document, waiting: [] } }, { isForOthers: true });
    for (const [label, value] of [
      ['Bevollmächtigt', 'Ute Sander\nMarkt 1\nVollmacht liegt vor'],
      ['Antragsteller/in', 'Karl Zweit\nWeg 2'],
      ['Name des Hundes', '„unleserlich“'],
      ['Gefragt am 23.11.2026, 10:00', 'Wie alt ist der Hund?\n– Impfpass'],
      ['Geantwortet am 23.11.2026, 10:00', 'Drei Jahre'],
      ['Als beantwortet eingetragen am 23.11.2026, 10:00', 'am Telefon: vier'],
    ])
      expect(rows).toContainEqual({ label, value, notes: [] });
  });

  it('lists its documents with what became of each, and says that something is not handed over yet', () => {
    const listed = [{ name: 'plan.pdf', says: 'nicht enthalten: beschädigt' }];
    const source = aSource([], ['op-9']);
    expect(rowsOf(source, { listed })).toContainEqual({
      label: 'plan.pdf',
      value: listed[0]?.says,
      notes: [],
    });
    expect(paperOfCase(source, content).notice).toBeDefined();
    expect(paperOfCase(aSource([]), content).notice).toBeUndefined();
  });
});
