import { appointmentId, counterId, serviceId } from '@amtsstube/shared/domain/ids';
import { z } from '@amtsstube/shared/domain/zod';

const times = { came: z.string(), left: z.string() };

const arrivedRow = z.object({ appointmentId, ...times });
export type ArrivedRow = z.infer<typeof arrivedRow>;

const visitRow = z.object({ key: z.string(), serviceId: serviceId.nullable(), remark: z.string(), ...times });
export type VisitRow = z.infer<typeof visitRow>;

const givenRow = z.object({
  key: z.string(),
  serviceId: serviceId.nullable(),
  day: z.string(),
  clock: z.string(),
  name: z.string(),
  phone: z.string(),
});
export type GivenRow = z.infer<typeof givenRow>;

/** What is typed from the sheet and not entered yet, as typed. */
export const notingDraft = z.object({
  counterId: counterId.nullable(),
  day: z.string(),
  /** Booked people who were there. */
  arrived: z.array(arrivedRow),
  visits: z.array(visitRow),
  /** Appointments given by hand. */
  given: z.array(givenRow),
});
export type NotingDraft = z.infer<typeof notingDraft>;

export function emptyVisit(): VisitRow {
  return { key: crypto.randomUUID(), serviceId: null, remark: '', came: '', left: '' };
}

export function emptyGiven(): GivenRow {
  return { key: crypto.randomUUID(), serviceId: null, day: '', clock: '', name: '', phone: '' };
}

/** Nothing is in it but its key. */
export function isBlank({ key: _, ...row }: VisitRow | GivenRow): boolean {
  return Object.values(row).every((value) => value === null || value.trim() === '');
}

/** With one to type into at the end, whose key stays the same while nothing is typed. */
export function withBlank<R extends VisitRow | GivenRow>(rows: readonly R[], blank: R): readonly R[] {
  const last = rows.at(-1);
  return last !== undefined && isBlank(last) ? rows : [...rows, blank];
}
