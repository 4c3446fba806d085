import { officeFigures } from '@amtsstube/shared/domain/office-figures';
import { localDate } from '@amtsstube/shared/domain/time';
import { aCase } from '@amtsstube/shared/fixtures/builders';
import { expect, it } from 'vitest';
import { figuresCsv } from './figures-csv.ts';

const day = (text: string) => localDate.parse(text);

it('is one value a line, with names that can neither break a line nor become a formula', () => {
  const period = { from: day('2026-11-01'), to: day('2026-11-30') };
  const figures = officeFigures([aCase()], period, day('2026-11-30'));
  const csv = figuresCsv(figures, () => '=Hund; "groß"');
  const [head, ...lines] = csv.split('\r\n').slice(0, -1);
  expect(head).toBe('\uFEFFDienstleistung;Kennzahl;Monat oder Alter;Wert');
  expect(lines.slice(0, 2)).toEqual([
    'Alle zusammen;Eingegangen;2026-11;1',
    'Alle zusammen;Entschieden;2026-11;0',
  ]);
  expect(lines).toContain(`"'=Hund; ""groß""";Eingegangen;2026-11;1`);
  expect(lines.filter((line) => line.startsWith('Alle zusammen;Offen'))).toHaveLength(6);
});
