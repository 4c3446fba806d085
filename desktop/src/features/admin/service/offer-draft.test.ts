import { appointmentOffer } from '@amtsstube/shared/domain/appointments/booking-settings';
import { describe, expect, it } from 'vitest';
import { offerBounds, readOffer, typedOfferOf } from './offer-draft.ts';

const offer = appointmentOffer.parse({
  durationMinutes: 20,
  bufferMinutes: 5,
  counterIds: ['c1'],
  leadMinutes: 90,
  horizonDays: 60,
  isOnWeb: true,
});

describe('the appointments of a service, as typed', () => {
  it('are shown as they are, and read again as the same', () => {
    expect(typedOfferOf(offer)).toMatchObject({ leadHours: '1,5', durationMinutes: '20' });
    expect(readOffer(typedOfferOf(offer))).toEqual({ ok: true, offer });
    expect(readOffer({ ...typedOfferOf(offer), isOffered: false })).toEqual({ ok: true, offer: null });
  });

  it('what doesn’t fit is named, all of it', () => {
    const typed = {
      ...typedOfferOf(offer),
      durationMinutes: '7',
      bufferMinutes: '',
      leadHours: 'bald',
      counterIds: [],
    };
    expect(readOffer(typed)).toEqual({
      ok: false,
      wrong: ['durationMinutes', 'bufferMinutes', 'leadHours', 'counterIds'],
    });
  });

  it('the bounds that are said are those of the schema', () => {
    for (const [field, [least, most]] of Object.entries(offerBounds)) {
      const takes = (value: number) => readOffer({ ...typedOfferOf(offer), [field]: String(value) }).ok;
      expect([takes(least), takes(most), takes(most + 5)], field).toEqual([true, true, false]);
    }
  });
});
