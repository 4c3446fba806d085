import type { ClerkId, ServiceId } from '@amtsstube/shared/domain/ids';
import { de } from '../../../texts/de.ts';
import { csvOf } from '../../../ui/csv.ts';
import { gapText } from './gap-text.ts';
import type { NumberSeries } from './number-series.ts';

/** For auditors: one gap a line, and a line for a series without any. */
export function seriesCsv(
  series: readonly NumberSeries[],
  serviceName: (id: ServiceId) => string,
  clerkName: (id: ClerkId) => string,
): string {
  const lines = series.flatMap(({ serviceId, year, last, given, gaps }) => {
    const common = [serviceName(serviceId), year, last, given];
    if (gaps.length === 0) return [[...common, '', '', de.references.noGaps]];
    return gaps.map((gap) => [...common, gap.from, gap.to, gapText(gap, clerkName)]);
  });
  return csvOf([de.references.csv, ...lines]);
}
