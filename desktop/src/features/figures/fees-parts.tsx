import { type FeeTotals, noFees, sumOfFees } from '@amtsstube/shared/domain/fees/fee-figures';
import { formatCents } from '@amtsstube/shared/domain/fees/money';
import type { OfficeFigures } from '@amtsstube/shared/domain/office-figures';
import { de } from '../../texts/de.ts';
import { Part } from '../../ui/part.tsx';
import { FiguresTable } from './figures-table.tsx';

const text = de.figures;
const head = [text.fees.charged, text.fees.paid, text.fees.waived, text.fees.open] as const;

/** What was charged, and what became of it: by month and by service. Nothing where nothing was charged. */
export function FeesParts({
  figures: { months, total, byService },
  nameOf,
}: {
  readonly figures: OfficeFigures;
  readonly nameOf: (serviceId: string) => string;
}) {
  if (total.fees.size === 0) return null;
  const services = [...byService].filter(([, { fees }]) => fees.size > 0);
  return (
    <>
      <Part title={text.fees.title}>
        <FiguresTable
          label={text.fees.title}
          head={[text.month, ...head]}
          rows={months.map((month) => ({
            id: month,
            name: `${month.slice(5)}.${month.slice(0, 4)}`,
            cells: cellsOf(total.fees.get(month) ?? noFees),
          }))}
        />
      </Part>
      <Part title={text.fees.byService}>
        <FiguresTable
          label={text.fees.byService}
          head={[text.service, ...head]}
          rows={[
            ...services
              .map(([id, { fees }]) => ({
                id: id as string,
                name: nameOf(id),
                cells: cellsOf(sumOfFees(fees.values())),
              }))
              .toSorted((a, b) => a.name.localeCompare(b.name, 'de')),
            { id: 'total', name: text.all, cells: cellsOf(sumOfFees(total.fees.values())), isTotal: true },
          ]}
        />
      </Part>
    </>
  );
}

function cellsOf({ charged, paid, waived, open }: FeeTotals): readonly string[] {
  return [charged, paid, waived, open].map(formatCents);
}
