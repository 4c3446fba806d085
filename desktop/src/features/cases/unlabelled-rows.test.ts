import { caseEvent, type Dossier } from '@amtsstube/shared/domain/case';
import { expect, it } from 'vitest';
import { unlabelledRows } from './unlabelled-rows.ts';

const corrected = (opId: string, path: string, value: string | null): Dossier['events'][number] =>
  caseEvent.parse({
    kind: 'answerCorrected',
    opId,
    at: '2026-11-27T08:00:00.000Z',
    byId: 'anna',
    path,
    value,
    basedOn: [],
  });

it('without their form, answers stand with all that clerks made of them, also of what was not entered', () => {
  const answers = { name: 'Weiß', children: [{ bornOn: '2020-01-01' }], isNew: true };
  const events = [
    corrected('1', 'name', 'Weiss'),
    corrected('2', 'name', 'Wyss'),
    corrected('3', 'children.0.bornOn', '2020-01-02'),
    corrected('4', 'phone', null),
  ];
  expect(
    unlabelledRows({ answers, events }).map(({ path, entered, standing }) => [
      path,
      entered.replaceAll(/\s/g, ''),
      ...standing.map(({ text }) => text),
    ]),
  ).toEqual([
    ['name', 'Weiß', 'Weiss', 'Wyss'],
    ['children', '[{"bornOn":"2020-01-01"}]'],
    ['isNew', 'Ja'],
    ['children.0.bornOn', '2020-01-01', '2020-01-02'],
    ['phone', '', undefined],
  ]);
});
