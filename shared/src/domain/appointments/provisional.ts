import { appointmentId, counterId } from '../ids.ts';
import { language } from '../language.ts';
import { localDate } from '../time.ts';
import { z } from '../zod.ts';
import { booking, visitor } from './appointment.ts';
import { unitInstant } from './unit.ts';
import { visitServices } from './visit-services.ts';

const { remark, way } = booking.shape;
const place = z.strictObject({ counterId, startsAt: unitInstant });

/** At most two other times, besides the first. */
export const mostWishes = 3;

/**
 * A Vormerkung (K11): a time somebody would like, noted where nobody could know whether it is free. Never a booking: it
 * becomes one, or somebody calls her.
 */
export const provisional = z.strictObject({
  /** The booking's, once it is one. */
  appointmentId,
  serviceIds: visitServices,
  /** The time she would like, and up to two others; each once. */
  wishes: z
    .array(place)
    .min(1)
    .max(mostWishes)
    .refine((all) => new Set(all.map((each) => `${each.counterId} ${each.startsAt}`)).size === all.length),
  /** The last day that would do, where none of these is free. */
  untilOn: localDate,
  /** Where the counters of her wishes have no time within these days, any other that offers it may have one. */
  elsewhereToo: z.literal(true).optional(),
  /** She has the appointment already, at this time: it is moved to one of the wishes, or stays where it is. */
  moves: place.optional(),
  visitor,
  remark,
  language,
  way: way.exclude(['web']),
  /** What became of it at the server; null: it didn't get there yet. */
  settled: z
    .discriminatedUnion('is', [
      /** `asWished`: at one of her times. */
      z.strictObject({ is: z.literal('booked'), ...place.shape, asWished: z.boolean() }),
      z.strictObject({ is: z.literal('noTime') }),
    ])
    .nullable(),
});
export type Provisional = z.infer<typeof provisional>;
