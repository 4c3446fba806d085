import {
  type AppointmentOffer,
  appointmentOffer,
} from '@amtsstube/shared/domain/appointments/booking-settings';
import { z } from '@amtsstube/shared/domain/zod';

/** What is typed about the appointments of a service. */
export const typedOffer = z.object({
  isOffered: z.boolean(),
  durationMinutes: z.string(),
  bufferMinutes: z.string(),
  leadHours: z.string(),
  horizonDays: z.string(),
  isOnWeb: z.boolean(),
  counterIds: z.array(z.string()),
});
export type TypedOffer = z.infer<typeof typedOffer>;

/** As it is kept until it is saved: with what stood there when she began. */
export const offerDraft = z.object({ from: appointmentOffer.nullable(), typed: typedOffer });

export const offerNumbers = ['durationMinutes', 'bufferMinutes', 'leadHours', 'horizonDays'] as const;
export type OfferNumber = (typeof offerNumbers)[number];
export type OfferField = OfferNumber | 'counterIds';

/** Least and most, as the schema has them; `leadHours` in hours. */
export const offerBounds: Readonly<Record<OfferNumber, readonly [number, number]>> = {
  durationMinutes: [5, 480],
  bufferMinutes: [0, 120],
  leadHours: [0, 1440],
  horizonDays: [1, 730],
};

/** What a service begins with that has had no appointments. */
const usual: TypedOffer = {
  isOffered: false,
  durationMinutes: '15',
  bufferMinutes: '0',
  leadHours: '2',
  horizonDays: '60',
  isOnWeb: true,
  counterIds: [],
};

export function typedOfferOf(offer: AppointmentOffer | undefined): TypedOffer {
  if (offer === undefined) return usual;
  const { durationMinutes, bufferMinutes, leadMinutes, horizonDays, isOnWeb, counterIds } = offer;
  return {
    isOffered: true,
    durationMinutes: String(durationMinutes),
    bufferMinutes: String(bufferMinutes),
    leadHours: String(leadMinutes / 60).replace('.', ','),
    horizonDays: String(horizonDays),
    isOnWeb,
    counterIds: [...counterIds],
  };
}

/** The offer, null for none, or the fields at which what was typed can't be saved. */
export function readOffer(
  typed: TypedOffer,
):
  | { readonly ok: true; readonly offer: AppointmentOffer | null }
  | { readonly ok: false; readonly wrong: readonly OfferField[] } {
  if (!typed.isOffered) return { ok: true, offer: null };
  const number = (field: OfferNumber) => {
    const text = typed[field].trim().replace(',', '.');
    return /^\d{1,5}(\.\d{1,2})?$/.test(text) ? Number(text) : Number.NaN;
  };
  const offer = {
    durationMinutes: number('durationMinutes'),
    bufferMinutes: number('bufferMinutes'),
    leadMinutes: Math.round(number('leadHours') * 60),
    horizonDays: number('horizonDays'),
    isOnWeb: typed.isOnWeb,
    counterIds: typed.counterIds,
  };
  const { shape } = appointmentOffer;
  const wrong: OfferField[] = [
    ...(['durationMinutes', 'bufferMinutes', 'horizonDays'] as const).filter(
      (field) => !shape[field].safeParse(offer[field]).success,
    ),
    ...(shape.leadMinutes.safeParse(offer.leadMinutes).success ? [] : (['leadHours'] as const)),
    ...(typed.counterIds.length === 0 ? (['counterIds'] as const) : []),
  ];
  return wrong.length > 0 ? { ok: false, wrong } : { ok: true, offer: appointmentOffer.parse(offer) };
}
