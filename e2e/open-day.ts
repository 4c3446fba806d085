import { closureOn } from '@amtsstube/shared/domain/appointments/booking-settings';
import { rangesOn } from '@amtsstube/shared/domain/appointments/opening-hours';
import { daysToLease } from '@amtsstube/shared/domain/appointments/time-lease';
import { addDays, instantOf, type LocalDate, localDateOf } from '@amtsstube/shared/domain/time';
import { testTownBooking, testTownCounters } from '@amtsstube/shared/fixtures/test-town-appointments';

/** The next day after today on which all these counters are open to everybody in the morning, whenever the journey runs. */
export function nextOpenDay(counterIds: readonly string[]): LocalDate {
  const counters = testTownCounters.filter(({ id }) => counterIds.includes(id));
  for (let on = addDays(localDateOf(instantOf(Date.now())), 1); ; on = addDays(on, 1)) {
    const isOpen = counters.every(
      (counter) =>
        closureOn(testTownBooking, counter.id, on) === undefined &&
        rangesOn(counter, on).some(
          ({ from, to, share }) => from === '09:00' && to === '12:00' && share === 'web',
        ),
    );
    if (isOpen) return on;
  }
}

/** The next day after today on which this counter has time that desks may have ahead; undefined: on none of those they ask for. */
export function leasedDay(counterId: string): LocalDate | undefined {
  const counter = testTownCounters.find(({ id }) => id === counterId);
  const today = localDateOf(instantOf(Date.now()));
  return daysToLease(today).find(
    (on) =>
      counter !== undefined &&
      on > today &&
      closureOn(testTownBooking, counter.id, on) === undefined &&
      rangesOn(counter, on).some(({ share }) => share === 'internal'),
  );
}
