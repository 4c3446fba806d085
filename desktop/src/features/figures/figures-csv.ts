import type { Figures, OfficeFigures } from '@amtsstube/shared/domain/office-figures';
import { de } from '../../texts/de.ts';
import { type CsvCell, csvOf } from '../../ui/csv.ts';

const text = de.figures;

/** One value a line. */
export function figuresCsv(figures: OfficeFigures, nameOf: (serviceId: string) => string): string {
  return csvOf([
    [text.service, text.csv.figure, text.csv.part, text.csv.value],
    ...linesOf(text.all, figures.total, figures.months),
    ...[...figures.byService].flatMap(([id, each]) => linesOf(nameOf(id), each, figures.months)),
  ]);
}

const feeParts = ['charged', 'paid', 'waived', 'open'] as const;

function linesOf(name: string, figures: Figures, months: readonly string[]): readonly (readonly CsvCell[])[] {
  const { toFirstTouch, toDecision, inTime } = figures;
  return [
    ...months.map((month) => [name, text.received, month, figures.received.get(month) ?? 0]),
    ...months.map((month) => [name, text.decided, month, figures.decided.get(month) ?? 0]),
    ...[...figures.fees]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([month, fees]) =>
        feeParts.map((part) => [
          name,
          text.fees.csv[part],
          month,
          (fees[part] / 100).toFixed(2).replace('.', ','),
        ]),
      ),
    [name, text.toFirstTouch, text.half, toFirstTouch.median],
    [name, text.toFirstTouch, text.nineOfTen, toFirstTouch.mostly],
    [name, text.toDecision, text.half, toDecision.median],
    [name, text.toDecision, text.nineOfTen, toDecision.mostly],
    [name, text.inTime, '', inTime.of === 0 ? undefined : text.inTimeOf(inTime.met, inTime.of)],
    ...figures.openByAge.map((count, index) => [name, text.open, text.ages[index], count]),
    [name, text.open, text.overdue, figures.overdue],
  ];
}
