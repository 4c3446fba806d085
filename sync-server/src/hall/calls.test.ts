import { type Ticket, ticket } from '@amtsstube/shared/domain/appointments/ticket';
import { moment } from '@amtsstube/shared/fixtures/booking-builders';
import { expect, it } from 'vitest';
import { lastCalls } from './calls.ts';

const now = moment('2026-11-24T09:00');
const clerk = 'bernd';

function called(number: string, at: string, is: 'called' | 'served' = 'called'): Ticket {
  const call = { counterId: '1', byId: clerk, calledAt: moment(`2026-11-24T${at}`), calls: 1 };
  const served = { startedAt: call.calledAt, at: call.calledAt };
  return ticket.parse({
    kind: 'ticket',
    id: `ticket-${number}`,
    scope: 'buergerservice/active',
    departmentId: 'buergerservice',
    number,
    on: '2026-11-24',
    serviceIds: ['pass'],
    counterId: null,
    way: 'walkIn',
    appointment: null,
    arrivedAt: moment('2026-11-24T08:00'),
    isUrgent: false,
    remark: '',
    state: is === 'called' ? { is, ...call } : { is, ...call, ...served },
  });
}
const shown = (...tickets: Ticket[]) => lastCalls(tickets, [], now).map(({ number }) => number);

it('[K13] who is awaited stands above all others, however long ago she was called', () => {
  expect(shown(called('A02', '08:59', 'served'), called('A01', '08:10'), called('A03', '08:50'))).toEqual([
    'A03',
    'A01',
    'A02',
  ]);
});

it('[K14] a visit that was entered afterwards was never called', () => {
  expect(shown({ ...called('A01', '08:55', 'served'), isNoted: true })).toEqual([]);
});

it('[K13] who was served long ago is on the screen no more', () => {
  expect(shown(called('A01', '08:30', 'served'), called('A02', '08:45', 'served'))).toEqual(['A02']);
});
