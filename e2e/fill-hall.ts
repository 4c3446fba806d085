import { localDay, localTime } from '@amtsstube/shared/domain/appointments/local-day';
import { instantOfUnit, type Unit } from '@amtsstube/shared/domain/appointments/unit';
import { appointmentId, counterId } from '@amtsstube/shared/domain/ids';
import type { LocalDate } from '@amtsstube/shared/domain/time';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import type { Kind, PayloadOf } from '@amtsstube/shared/operations/registry';

type Act = <K extends Kind>(kind: K, payload: PayloadOf<K>) => Promise<void>;

export const hallCounter = counterId.parse('buergerbuero-1');
const otherCounter = counterId.parse('buergerbuero-2');

/**
 * Twelve people in four hours at two counters that are open for five, on a day that is over: every second is booked, one of
 * whom cancelled and two of whom never came. At eight the first comes, then one every twenty minutes.
 *
 * @param setClock what the server takes for the present: minutes after a unit
 */
export async function fillHall(
  on: LocalDate,
  act: Act,
  setClock: (unit: Unit, minutes?: number) => void,
): Promise<void> {
  const eight = localDay(on).from + 8 * 12;
  setClock(eight - 12);
  const ranges = [{ from: localTime.parse('08:00'), to: localTime.parse('13:00'), share: 'web' as const }];
  const exception = { from: null, to: { on, ranges, reason: '' } };
  for (const each of [hallCounter, otherCounter])
    await act('setException', { counterId: each, on, exception });
  for (const nth of booked) await act('bookByClerk', bookingAt(eight + nth * 4, bookingId(nth)));
  await act('cancelAppointment', { appointmentId: bookingId(0), reason: '' });
  for (let nth = 0; nth < 12; nth += 1) {
    const isBooked = booked.includes(nth);
    if (isBooked && nth < 5) continue;
    const arrives = eight + nth * 4;
    const ticketId = appointmentId.parse(`besuch-vortag-${nth}`);
    setClock(arrives);
    await act('takeTicket', {
      ticketId,
      departmentId: testTown.departmentId,
      on,
      series: 'A',
      nth: nth + 1,
      isTold: false,
      serviceIds: [testTown.serviceId],
      counterId: null,
      way: isBooked ? 'booked' : 'walkIn',
      appointmentId: isBooked ? bookingId(nth) : null,
      isUrgent: false,
      remark: '',
    });
    setClock(arrives, 4 + (nth % 5) * 6);
    await act('callTicket', { ticketId, counterId: nth % 2 === 0 ? hallCounter : otherCounter });
    setClock(arrives, 40 + nth);
    await act('changeTicket', { ticketId, to: 'served' });
  }
}

const booked = [0, 2, 4, 6, 8, 10];

function bookingId(nth: number) {
  return appointmentId.parse(`vortag-${nth}`);
}

/** By telephone, at the counter, for a quarter of an hour and its buffer. */
export function bookingAt(
  unit: Unit,
  id: PayloadOf<'bookByClerk'>['appointmentId'],
): PayloadOf<'bookByClerk'> {
  return {
    appointmentId: id,
    serviceIds: [testTown.serviceId],
    counterId: hallCounter,
    startsAt: instantOfUnit(unit),
    visitor: { name: 'Erika Mustermann', email: null, phone: '' },
    remark: '',
    language: 'de',
    way: 'phone',
    caseId: null,
  };
}
