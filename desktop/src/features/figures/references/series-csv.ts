import type { ClerkId, ServiceId } from '@amtsstube/shared/domain/ids';
import { de } from '../../../texts/de.ts';
import { gapText } from './gap-text.ts';
import type { NumberSeries } from './number-series.ts';

/** For auditors: one gap a line, and a line for a series without any. Semicolons, UTF-8 with its mark. */
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
  const all = [de.references.csv, ...lines];
  return `\uFEFF${all.map((cells) => cells.map(cellOf).join(';')).join('\r\n')}\r\n`;
}

/** A name that begins like a formula would be one in the spreadsheet. */
function cellOf(value: string | number): string {
  const text = String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
