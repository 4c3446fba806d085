import { expect, it } from 'vitest';
import { aTicket } from '../../fixtures/a-ticket.ts';
import { queueFigures } from './queue-figures.ts';

const at = (time: string, on = '2026-11-24') => `${on}T${time}:00.000Z`;
const call = { counterId: 'c1', byId: 'anna', calls: 1 };
const served = (calledAt: string, startedAt: string, end: string) => ({
  is: 'served',
  ...call,
  calledAt: at(calledAt),
  startedAt: at(startedAt),
  at: at(end),
});

it('says of each day who came, was served and didn’t come, and how long it took', () => {
  const tickets = [
    aTicket({ state: served('08:10', '08:11', '08:21') }),
    aTicket({ state: served('08:20', '08:20', '08:50') }),
    aTicket({ state: served('08:45', '08:46', '08:48') }),
    aTicket({ state: { is: 'missed', ...call, calledAt: at('08:05'), at: at('08:08') } }),
    aTicket({
      state: { is: 'missed', ...call, counterId: null, calledAt: null, calls: 0, at: at('09:00') },
    }),
    aTicket({ on: '2026-11-23', arrivedAt: at('08:00', '2026-11-23') }),
  ];
  expect(queueFigures(tickets)).toEqual([
    { on: '2026-11-23', came: 1, served: 0, missed: 0, waiting: null, service: null },
    {
      on: '2026-11-24',
      came: 5,
      served: 3,
      missed: 2,
      waiting: { mean: 20, median: 15, longest: 45 },
      service: { mean: 14, median: 10, longest: 30 },
    },
  ]);
});

it('a clock that was put back makes nobody wait less than not at all', () => {
  const [day] = queueFigures([aTicket({ state: served('07:50', '07:50', '07:40') })]);
  expect([day?.waiting?.longest, day?.service?.longest]).toEqual([0, 0]);
});
