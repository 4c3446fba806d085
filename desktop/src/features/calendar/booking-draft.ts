import { visitor } from '@amtsstube/shared/domain/appointments/appointment';
import { mostWishes } from '@amtsstube/shared/domain/appointments/provisional';
import { caseId, counterId, serviceId } from '@amtsstube/shared/domain/ids';
import { language } from '@amtsstube/shared/domain/language';
import { z } from '@amtsstube/shared/domain/zod';

const slot = z.object({ counterId, start: z.int() });

/** What a clerk has typed of a booking; outlives a cut line, a refusal and a closed dialog. */
export const bookingDraft = z.object({
  /** undefined: what is booked most. */
  serviceIds: z.array(serviceId).optional(),
  /** undefined: the first that is free. */
  slot: slot.optional(),
  /** As typed: from which day on free times are looked for; '' = today. */
  fromDay: z.string(),
  /** As typed: a time of her own, on that day. */
  clock: z.string(),
  name: z.string(),
  phone: z.string(),
  email: z.string(),
  remark: z.string(),
  language,
  caseId: caseId.nullable(),
  /** Of a wish: other times that would do, and as typed until when; '' = two weeks. */
  others: z
    .array(slot)
    .max(mostWishes - 1)
    .optional(),
  untilDay: z.string().optional(),
  /** Of a wish: no other counter would do. */
  isOnlyThere: z.boolean().optional(),
});
export type BookingDraft = z.infer<typeof bookingDraft>;

export const emptyDraft: BookingDraft = {
  fromDay: '',
  clock: '',
  name: '',
  phone: '',
  email: '',
  remark: '',
  language: 'de',
  caseId: null,
};

/** Which fields can't be booked with as they are. */
export interface DraftProblems {
  readonly name: boolean;
  readonly email: boolean;
}

export function problemsOf({ name, email }: BookingDraft): DraftProblems {
  return {
    name: name.trim() === '',
    email: email.trim() !== '' && !visitor.shape.email.safeParse(email.trim()).success,
  };
}
