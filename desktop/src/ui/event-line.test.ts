import { caseEvent } from '@amtsstube/shared/domain/case';
import { testTown, testTownSettings } from '@amtsstube/shared/fixtures/test-town';
import { describe, expect, it } from 'vitest';
import { eventLine } from './event-line.ts';
import { readAnswerWith } from './read-answer.ts';

const names: Record<string, string> = { anna: 'Anna Berger', bernd: 'Bernd Öhler' };
const nameOf = (id: string) => names[id] ?? '?';
const departmentName = (id: string) => (id === 'bauamt' ? 'Bauamt' : 'Kasse');
const readAnswer = readAnswerWith(testTownSettings, testTown.formVersionId);
const common = { opId: 'op-1', at: '2026-11-23T08:00:00.000Z' };
const corrected = { ...common, kind: 'answerCorrected', byId: 'bernd', path: 'dogName', basedOn: [] };
const assigned = { ...common, kind: 'assigned', word: '' };

describe('a line of the history', () => {
  it.each([
    [{ ...common, kind: 'submitted' }, 'Antrag online eingegangen'],
    [{ ...assigned, byId: 'anna', fromId: null, toId: 'anna' }, 'Anna Berger hat den Vorgang übernommen'],
    [
      { ...assigned, byId: 'anna', fromId: 'bernd', toId: 'anna' },
      'Anna Berger hat den Vorgang von Bernd Öhler übernommen',
    ],
    [
      { ...assigned, byId: 'anna', fromId: 'anna', toId: 'bernd' },
      'Anna Berger hat den Vorgang an Bernd Öhler übergeben',
    ],
    [
      { ...assigned, byId: 'anna', fromId: 'anna', toId: null },
      'Anna Berger hat den Vorgang in den Posteingang zurückgegeben',
    ],
    [
      {
        ...common,
        kind: 'moved',
        byId: 'anna',
        fromId: 'anna',
        fromDepartmentId: 'kasse',
        toDepartmentId: 'bauamt',
        word: '',
      },
      'Anna Berger hat den Vorgang vom Fachbereich „Kasse“ an „Bauamt“ übergeben',
    ],
    [{ ...corrected, value: 'Rex' }, 'Bernd Öhler hat „Name des Hundes“ berichtigt: Rex'],
    [{ ...corrected, path: 'phone', value: null }, 'Bernd Öhler hat „Telefon“ berichtigt: keine Angabe'],
    [
      { ...corrected, value: 'Rex', basedOn: ['op-2', 'op-3'] },
      'Bernd Öhler hat „Name des Hundes“ geklärt: Rex',
    ],
    [
      { ...common, kind: 'decided', byId: 'bernd', decision: { kind: 'rejected', reason: 'Frist' } },
      'Abgelehnt von Bernd Öhler',
    ],
  ])('%o', (event, line) => {
    expect(eventLine(caseEvent.parse(event), nameOf, departmentName, readAnswer).line).toBe(line);
  });

  it('carries what was written', () => {
    const note = caseEvent.parse({ ...common, kind: 'note', byId: 'anna', text: 'Unterlagen\nfehlen' });
    expect(eventLine(note, nameOf, departmentName, readAnswer)).toEqual({
      line: 'Vermerk von Anna Berger',
      text: 'Unterlagen\nfehlen',
    });
  });
});
