import type { Durations } from '@amtsstube/shared/domain/durations';
import type { Figures, OfficeFigures } from '@amtsstube/shared/domain/office-figures';
import { de } from '../../texts/de.ts';
import { Facts, Part } from '../../ui/part.tsx';
import { Bar, type FiguresRow, FiguresTable } from './figures-table.tsx';

const text = de.figures;

interface PartProps {
  readonly figures: OfficeFigures;
}

/** What the period comes to, in one glance. */
export function OverviewPart({ figures: { total } }: PartProps) {
  const open = sum(total.openByAge);
  return (
    <Part title={text.overview}>
      <Facts
        rows={[
          { label: text.received, value: sum(total.received.values()) },
          { label: text.decided, value: sum(total.decided.values()) },
          { label: text.open, value: `${open} (${text.overdueOf(total.overdue)})` },
          { label: text.inTime, value: inTime(total) },
          { label: text.toFirstTouch, value: bothOf(total.toFirstTouch) },
          { label: text.toDecision, value: bothOf(total.toDecision) },
        ]}
      />
    </Part>
  );
}

export function MonthsPart({ figures: { months, total } }: PartProps) {
  const most = Math.max(0, ...total.received.values(), ...total.decided.values());
  const bar = (counts: ReadonlyMap<string, number>, month: string) => (
    <Bar value={counts.get(month) ?? 0} most={most} />
  );
  return (
    <Part title={text.byMonth}>
      <FiguresTable
        label={text.byMonth}
        head={[text.month, text.received, text.decided]}
        rows={months.map((month) => ({
          id: month,
          name: `${month.slice(5)}.${month.slice(0, 4)}`,
          cells: [bar(total.received, month), bar(total.decided, month)],
        }))}
      />
    </Part>
  );
}

export function ServicesPart({ figures, nameOf }: PartProps & Naming) {
  return (
    <Part title={text.byService}>
      <FiguresTable
        label={text.byService}
        head={[text.service, text.received, text.decided, text.toFirstTouch, text.toDecision, text.inTime]}
        rows={rowsOf(figures, nameOf, (each) => [
          sum(each.received.values()),
          sum(each.decided.values()),
          bothOf(each.toFirstTouch),
          bothOf(each.toDecision),
          inTime(each),
        ])}
      />
    </Part>
  );
}

export function AgesPart({ figures, nameOf }: PartProps & Naming) {
  return (
    <Part title={text.openByAge}>
      <FiguresTable
        label={text.openByAge}
        head={[text.service, ...text.ages, text.overdue]}
        rows={rowsOf(figures, nameOf, ({ openByAge, overdue }) => [...openByAge, overdue])}
      />
    </Part>
  );
}

interface Naming {
  readonly nameOf: (serviceId: string) => string;
}

function rowsOf(
  { total, byService }: OfficeFigures,
  nameOf: Naming['nameOf'],
  cells: (figures: Figures) => FiguresRow['cells'],
): readonly FiguresRow[] {
  const named = [...byService].map(([id, each]) => ({
    id: id as string,
    name: nameOf(id),
    cells: cells(each),
  }));
  return [
    ...named.toSorted((a, b) => a.name.localeCompare(b.name, 'de')),
    { id: 'total', name: text.all, cells: cells(total), isTotal: true },
  ];
}

function bothOf({ median, mostly }: Durations): string {
  if (median === undefined || mostly === undefined) return text.nothing;
  return `${text.days(median)} (${text.mostly(text.days(mostly))})`;
}

function inTime({ inTime: { met, of } }: Figures): string {
  return of === 0 ? text.nothing : `${text.percent(met / of)} (${text.inTimeOf(met, of)})`;
}

function sum(counts: Iterable<number>): number {
  let all = 0;
  for (const each of counts) all += each;
  return all;
}
