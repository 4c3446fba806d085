import { type CaseEvent, caseEvent } from '@amtsstube/shared/domain/case';
import { validDogAnswers } from '@amtsstube/shared/fixtures/builders';
import { testTown, testTownSettings } from '@amtsstube/shared/fixtures/test-town';
import { describe, expect, it } from 'vitest';
import { eventLine } from './event-line.ts';
import { readAnswerWith } from './read-answer.ts';

const names: Record<string, string> = { anna: 'Anna Berger', bernd: 'Bernd Öhler' };
const nameOf = (id: string) => names[id] ?? '?';
const departmentName = (id: string) => (id === 'bauamt' ? 'Bauamt' : 'Kasse');
const readAnswer = readAnswerWith(testTownSettings, testTown.formVersionId);
const dossier = (...events: CaseEvent[]) => ({ answers: validDogAnswers(), events });
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
      { ...common, kind: 'decided', byId: 'bernd', decision: { kind: 'rejected', reason: 'Frist' } },
      'Abgelehnt von Bernd Öhler',
    ],
  ])('%o', (event, line) => {
    expect(eventLine(caseEvent.parse(event), nameOf, departmentName, readAnswer, dossier()).line).toBe(line);
  });

  it('carries what was written', () => {
    const note = caseEvent.parse({ ...common, kind: 'note', byId: 'anna', text: 'Unterlagen\nfehlen' });
    expect(eventLine(note, nameOf, departmentName, readAnswer, dossier())).toEqual({
      line: 'Vermerk von Anna Berger',
      text: 'Unterlagen\nfehlen',
    });
  });

  describe('of a correction', () => {
    const made = (opId: string, value: string | null, ...basedOn: string[]) =>
      caseEvent.parse({ ...corrected, opId, value, basedOn });
    const read = (...events: readonly [...CaseEvent[], CaseEvent]) => {
      const last = events.at(-1) as CaseEvent;
      return eventLine(last, nameOf, departmentName, readAnswer, dossier(...events));
    };

    it('says what stood before: what was entered, or the correction it replaces', () => {
      expect(read(made('1', 'Rex')).text).toBe('Zuvor: Bello');
      expect(read(made('1', 'Rex'), made('2', 'Hasso', '1')).text).toBe('Zuvor: Rex');
      expect(read(made('1', null), made('2', 'Hasso', '1')).text).toBe('Zuvor: keine Angabe');
    });

    it('says „geklärt“ where different values stood against each other, and only there', () => {
      expect(read(made('1', 'Rex'), made('2', 'Hasso'), made('3', 'Rex', '1', '2'))).toEqual({
        line: 'Bernd Öhler hat „Name des Hundes“ geklärt: Rex',
        text: 'Gegeneinander standen: „Rex“, „Hasso“',
      });
      expect(read(made('1', 'Rex'), made('2', 'Waldi', '1'), made('3', 'Hasso', '2', '1')).text).toBe(
        'Zuvor: Waldi',
      );
      expect(read(made('1', 'Rex'), made('2', 'Rex'), made('3', 'Hasso', '1', '2'))).toEqual({
        line: 'Bernd Öhler hat „Name des Hundes“ berichtigt: Hasso',
        text: 'Zuvor: Rex',
      });
    });

    it('has a long value, or one of several lines, as a text of its own', () => {
      for (const value of ['Rex '.repeat(30).trim(), 'Rex\nHasso'])
        expect(read(made('1', value))).toEqual({
          line: 'Bernd Öhler hat „Name des Hundes“ berichtigt',
          text: `${value}\nZuvor: Bello`,
        });
    });
  });
});
