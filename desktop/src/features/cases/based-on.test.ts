import { caseEvent } from '@amtsstube/shared/domain/case';
import { opId } from '@amtsstube/shared/domain/ids';
import { aDossier } from '@amtsstube/shared/fixtures/builders';
import { expect, it } from 'vitest';
import { basedOnOf } from './based-on.ts';

const corrected = (id: string, ...basedOn: string[]) =>
  caseEvent.parse({
    kind: 'answerCorrected',
    opId: id,
    at: '2026-11-27T08:00:00.000Z',
    byId: 'anna',
    path: 'dogName',
    value: id,
    basedOn,
  });
const ids = (...names: string[]) => names.map((name) => opId.parse(name));
const shown = (waiting: string[], ...events: ReturnType<typeof corrected>[]) => ({
  document: aDossier({ events }),
  waiting: ids(...waiting),
});

it('is what stands, where the server has decided it', () => {
  const dossier = shown([], corrected('1'), corrected('2', '1'));
  expect(basedOnOf(ids('2'), dossier)).toEqual(ids('2'));
});

it('is also what stood before the desk’s own that may yet be refused, one behind the other', () => {
  const dossier = shown(['2', '3'], corrected('1', '0'), corrected('2', '1'), corrected('3', '2'));
  expect(basedOnOf(ids('3'), dossier)).toEqual(ids('3', '2', '1'));
});

it('is never more than a correction may name, what stands first', () => {
  const many = Array.from({ length: 150 }, (_, index) => `${index}`);
  const events = many.map((id, index) => corrected(id, ...many.slice(Math.max(0, index - 1), index)));
  const named = basedOnOf(ids('149'), shown(many, ...events));
  expect(named).toHaveLength(100);
  expect(named.slice(0, 2)).toEqual(ids('149', '148'));
});
