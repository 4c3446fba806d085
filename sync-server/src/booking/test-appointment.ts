import { booking } from '@amtsstube/shared/domain/appointments/appointment';
import { unitMinutes } from '@amtsstube/shared/domain/appointments/unit';
import { activeScope } from '@amtsstube/shared/domain/scope';
import { type Instant, instantOf, millisecondsOf } from '@amtsstube/shared/domain/time';
import { testTown, testTownSettings } from '@amtsstube/shared/fixtures/test-town';
import type { AppointmentFacts } from './appointment-facts.ts';

/** For tests: fifteen minutes of Jörg Müßig's, and what is known about them. */
export function anAppointment(startsAt: Instant, changed: object = {}): AppointmentFacts {
  const minutesLater = (minutes: number) => instantOf(millisecondsOf(startsAt) + minutes * 60_000);
  const town = testTownSettings.find((each) => each.kind === 'municipality');
  const service = testTownSettings.find((each) => each.id === testTown.serviceId);
  if (town?.kind !== 'municipality' || service?.kind !== 'service') throw new Error('no test town');
  return {
    municipality: testTown.municipalityId,
    town,
    directions: '',
    counterName: 'Bürgerbüro, Schalter 1',
    services: [service],
    booking: booking.parse({
      kind: 'booking',
      id: 't-1',
      scope: activeScope(service.departmentId),
      departmentId: service.departmentId,
      counterId: 'buergerbuero-1',
      serviceIds: [service.id],
      startsAt,
      endsAt: minutesLater(15),
      freeAt: minutesLater(15 + unitMinutes),
      state: { is: 'booked', at: startsAt },
      fence: 2,
      changeCount: 0,
      way: 'web',
      visitor: { name: 'Jörg Müßig', email: 'joerg@example.org', phone: '' },
      remark: '',
      language: 'de',
      caseId: null,
      madeAt: startsAt,
      madeById: null,
      ...changed,
    }),
  };
}
