import { opId } from '@amtsstube/shared/domain/ids';
import {
  aCounter,
  aRule,
  aService,
  moment,
  rulesOf,
  unitAt,
} from '@amtsstube/shared/fixtures/booking-builders';
import { expect, it } from 'vitest';
import type { OutboxEntry } from '../../data/desk.ts';
import { pendingOf } from './pending.ts';

const rules = rulesOf({
  counters: [aCounter('1', { openingHours: [aRule(1, '09:00', '12:00')] })],
  services: [aService('pass')],
});
const entry = (id: string, kind: string, payload: unknown) =>
  ({ operation: { opId: opId.parse(id), kind, payload }, forecast: undefined }) as unknown as OutboxEntry;
const at = { counterId: '1', startsAt: moment('2026-11-30T08:00') };

it('[L10] what the server hasn’t decided is shown where it would be, and nothing else of the outbox', () => {
  const visitor = { name: 'Erika Mustermann', email: null, phone: '' };
  const given = {
    serviceIds: ['pass'],
    appointmentId: 'a',
    remark: '',
    language: 'de',
    way: 'phone',
    caseId: null,
  };
  const move = { appointmentId: 'b', serviceIds: ['pass'], from: at, to: at, minutes: 30 };
  const outbox = [
    entry('op-1', 'bookByClerk', { ...given, ...at, visitor }),
    entry('op-2', 'moveAppointment', move),
    entry('op-3', 'cancelAppointment', { appointmentId: 'c', reason: 'x' }),
    entry('op-5', 'moveAppointment', { ...move, leaseId: 'own' }),
    entry('op-4', 'bookByClerk', { of: 'a newer version' }),
  ];
  expect(pendingOf(outbox, rules).map(({ is, from, to, name }) => [is, from, to, name])).toEqual([
    ['booking', unitAt('2026-11-30T08:00'), unitAt('2026-11-30T08:15'), 'Erika Mustermann'],
    ['move', unitAt('2026-11-30T08:00'), unitAt('2026-11-30T08:30'), undefined],
  ]);
});
