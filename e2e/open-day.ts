import { closureOn } from '@amtsstube/shared/domain/appointments/booking-settings';
import { weekdayOf } from '@amtsstube/shared/domain/appointments/local-day';
import { rangesOn } from '@amtsstube/shared/domain/appointments/opening-hours';
import { daysToLease } from '@amtsstube/shared/domain/appointments/time-lease';
import { addDays, instantOf, type LocalDate, localDateOf } from '@amtsstube/shared/domain/time';
import { isWorkingDay } from '@amtsstube/shared/domain/working-days';
import { testTownBooking, testTownCounters } from '@amtsstube/shared/fixtures/test-town-appointments';

/** The next day after today on which all these counters are open to everybody in the morning, whenever the journey runs. */
export function nextOpenDay(counterIds: readonly string[]): LocalDate {
  for (let on = tomorrow(); ; on = addDays(on, 1)) if (isOpenOn(on, counterIds)) return on;
}

/** The next Tuesday after tomorrow, with the Thursday after it: the two days of a week on which this town receives people. */
export function nextOpenWeek(counterIds: readonly string[]): { tuesday: LocalDate; thursday: LocalDate } {
  for (let on = addDays(tomorrow(), 1); ; on = addDays(on, 1)) {
    const thursday = addDays(on, 2);
    const isUsual =
      isOpenOn(on, counterIds) && isOpenOn(thursday, counterIds) && isWorkingDay(addDays(on, -1));
    if (weekdayOf(on) === 2 && isUsual) return { tuesday: on, thursday };
  }
}

function tomorrow(): LocalDate {
  return addDays(localDateOf(instantOf(Date.now())), 1);
}

/** To everybody, in the morning. */
function isOpenOn(on: LocalDate, counterIds: readonly string[]): boolean {
  return testTownCounters
    .filter(({ id }) => counterIds.includes(id))
    .every(
      (counter) =>
        closureOn(testTownBooking, counter.id, on) === undefined &&
        rangesOn(counter, on).some(
          ({ from, to, share }) => from === '09:00' && to === '12:00' && share === 'web',
        ),
    );
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
