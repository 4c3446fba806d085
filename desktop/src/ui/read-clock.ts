import { unitMinutes } from '@amtsstube/shared/domain/appointments/unit';

/** `09:05`, of units since midnight by the clock. */
export function clockOfUnits(units: number): string {
  const minutes = units * unitMinutes;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Reads `9`, `9:05`, `9.05` or `905` as units since midnight, on whole units; undefined: no such time. */
export function readClock(text: string): number | undefined {
  const match = /^(\d{1,2})(?:[:.]?(\d{2}))?(?:\s*Uhr)?$/i.exec(text.trim());
  if (!match) return undefined;
  const minutes = Number(match[1]) * 60 + Number(match[2] ?? 0);
  if (Number(match[2] ?? 0) > 59 || minutes > 24 * 60 || minutes % unitMinutes !== 0) return undefined;
  return minutes / unitMinutes;
}
