import type { Ticket } from '@amtsstube/shared/domain/appointments/ticket';
import { appointmentId, type CounterId } from '@amtsstube/shared/domain/ids';
import { type Instant, localDateOf } from '@amtsstube/shared/domain/time';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import type { Random } from './random.ts';
import type { SimDesk } from './sim-desk.ts';
import { serviceIds, simCounter, someAppointment } from './workload-appointments.ts';

type Workplace = Pick<SimDesk, 'shown' | 'do'>;

/** Few visitors: who calls the same one must meet. */
const visitorCount = 12;
const someVisitor = (random: Random) => appointmentId.parse(`besuch-${random.between(1, visitorCount + 1)}`);

/** A clerk takes somebody in, calls somebody, or says what became of her: often beside a colleague who does the same. */
export async function actOnQueue(random: Random, desk: Workplace, now: Instant): Promise<void> {
  const ticketId = someVisitor(random);
  const shown = desk.shown('appointments', ticketId) as Ticket | null | undefined;
  if (!shown) return takeIn(random, desk, ticketId, now);
  const roll = random.next();
  if (roll < 0.45) await desk.do('callTicket', { ticketId, counterId: simCounter });
  else if (roll < 0.55) await desk.do('changeTicket', { ticketId, remark: `Hinweis ${random.id()}` });
  else
    await desk.do('changeTicket', {
      ticketId,
      to: random.pick(['waiting', 'serving', 'served', 'missed'] as const) ?? 'waiting',
    });
}

/** Some have an appointment, which two desks may both take for theirs; two desks may give the same number. */
async function takeIn(random: Random, desk: Workplace, ticketId: Ticket['id'], now: Instant): Promise<void> {
  const booked = random.chance(0.3) ? someAppointment(random) : null;
  const counterId: CounterId | null = random.chance(0.5) ? simCounter : null;
  await desk.do('takeTicket', {
    ticketId,
    departmentId: testTown.departmentId,
    on: localDateOf(now),
    series: 'A',
    nth: random.between(1, 5),
    isTold: random.chance(0.7),
    serviceIds,
    counterId,
    way: booked === null ? 'walkIn' : 'booked',
    appointmentId: booked,
    isUrgent: random.chance(0.1),
    remark: '',
    ...(random.chance(0.2) && { noted: { counterId: simCounter, cameAt: now, leftAt: now } }),
  });
}
