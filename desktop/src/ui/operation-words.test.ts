import { describe, expect, it } from 'vitest';
import { operationWords } from './operation-words.ts';

const nameOf = () => 'Anna Berger';

describe('the words for an operation', () => {
  it('keep the text of a note in full', () => {
    const text = `Zeile 1\n${'x'.repeat(5000)}`;
    const found = operationWords({ kind: 'addNote', payload: { caseId: 'case-1', text } }, nameOf);
    expect(found).toEqual({ title: 'Vermerk', caseId: 'case-1', ownText: { label: 'Ihr Vermerk', text } });
  });

  it('tell approving from rejecting and give the reason', () => {
    const payload = { caseId: 'case-1', decision: { kind: 'rejected', reason: 'Unterlagen fehlen' } };
    const found = operationWords({ kind: 'decideCase', payload }, nameOf);
    expect(found.title).toBe('Entscheidung: Ablehnen');
    expect(found.ownText?.text).toBe('Unterlagen fehlen');
  });

  it('name who a case is handed over to, and have no text where none was typed', () => {
    const payload = { action: 'handOver', caseId: 'case-1', toId: 'berger', word: '' };
    expect(operationWords({ kind: 'assignCase', payload }, nameOf)).toEqual({
      title: 'Vorgang an Anna Berger übergeben',
      caseId: 'case-1',
      ownText: undefined,
    });
  });

  it('show what a newer version wrote as it lies there', () => {
    const found = operationWords({ kind: 'closeCase', payload: { remark: 'erledigt' } }, nameOf);
    expect(found.title).toContain('closeCase');
    expect(found.ownText?.text).toContain('erledigt');
  });
});
