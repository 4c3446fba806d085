import { testTown, testTownSettings } from '@amtsstube/shared/fixtures/test-town';
import { describe, expect, it } from 'vitest';
import { caseOf, operationWords } from './operation-words.ts';
import { readAnswerWith } from './read-answer.ts';

const nameOf = () => 'Anna Berger';
const readAnswerOf = (formVersionId: string) => readAnswerWith(testTownSettings, formVersionId);

describe('the words for an operation', () => {
  it('keep the text of a note in full', () => {
    const text = `Zeile 1\n${'x'.repeat(5000)}`;
    const found = operationWords(
      { kind: 'addNote', payload: { caseId: 'case-1', text } },
      nameOf,
      readAnswerOf,
    );
    expect(found).toEqual({ title: 'Vermerk', caseId: 'case-1', ownText: { label: 'Ihr Vermerk', text } });
  });

  it('tell approving from rejecting and give the reason', () => {
    const payload = { caseId: 'case-1', decision: { kind: 'rejected', reason: 'Unterlagen fehlen' } };
    const found = operationWords({ kind: 'decideCase', payload }, nameOf, readAnswerOf);
    expect(found.title).toBe('Entscheidung: Ablehnen');
    expect(found.ownText?.text).toBe('Unterlagen fehlen');
  });

  it('name who a case is handed over to, and have no text where none was typed', () => {
    const payload = { action: 'handOver', caseId: 'case-1', toId: 'berger', word: '' };
    expect(operationWords({ kind: 'assignCase', payload }, nameOf, readAnswerOf)).toEqual({
      title: 'Vorgang an Anna Berger übergeben',
      caseId: 'case-1',
      ownText: undefined,
    });
  });

  it.each([
    ['dogName', 'Rex', 'Name des Hundes', 'Rex'],
    ['sex', 'female', 'Geschlecht', 'weiblich'],
    ['bornOn', '2024-05-01', 'Geboren am', '01.05.2024'],
    ['phone', null, 'Telefon', 'keine Angabe'],
  ])('name the answer that was corrected as the form does: %s', (path, value, label, text) => {
    const { formVersionId } = testTown;
    const payload = { caseId: 'case-1', formVersionId, path, basedOn: [], value };
    const operation = { kind: 'correctAnswer', payload };
    expect(operationWords(operation, nameOf, readAnswerOf)).toEqual({
      title: `Berichtigung: ${label}`,
      caseId: 'case-1',
      ownText: { label: 'Ihre Angabe', text },
    });
    expect(caseOf(operation)).toBe('case-1');
  });

  it('show a corrected answer as it lies there while its form isn’t here', () => {
    const payload = { caseId: 'case-1', formVersionId: 'gone', path: 'isHome', basedOn: [], value: true };
    const { title, ownText } = operationWords({ kind: 'correctAnswer', payload }, nameOf, readAnswerOf);
    expect([title, ownText?.text]).toEqual(['Berichtigung: isHome', 'Ja']);
  });

  it('keep all that was typed about a service', () => {
    const fee = { fromCents: 0, toCents: 0, says: 'frei', isExample: false };
    const payload = {
      serviceId: testTown.serviceId,
      needs: { from: ['Ausweis'], to: ['Ausweis', 'Nachweis'] },
      fee: { from: fee, to: { ...fee, toCents: 1250, says: 'bis 12,50 Euro' } },
    };
    const found = operationWords({ kind: 'changeService', payload }, nameOf, readAnswerOf);
    expect(found.title).toBe('Dienstleistung geändert: Was Sie brauchen, Gebühr');
    expect(found.ownText?.text).toBe(
      'Was Sie brauchen: Ausweis; Nachweis\nGebühr: bis 12,50 Euro (0,00 € – 12,50 €)',
    );
  });

  it('show what a newer version wrote as it lies there', () => {
    const found = operationWords(
      { kind: 'closeCase', payload: { remark: 'erledigt' } },
      nameOf,
      readAnswerOf,
    );
    expect(found.title).toContain('closeCase');
    expect(found.ownText?.text).toContain('erledigt');
  });
});
