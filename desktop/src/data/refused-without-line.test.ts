import { leaseId } from '@amtsstube/shared/domain/ids';
import { appointmentPayloads } from '@amtsstube/shared/fixtures/meetings/appointment-acts';
import { expect, it } from 'vitest';
import { refusedWithoutLine } from './refused-without-line.ts';

it('without a line nothing is booked or moved that only the server can tell; cancelling, blocking and own times go on', () => {
  const offline = { state: 'offline', cause: 'network' } as const;
  const refused = { result: 'refusedHere', reason: { code: 'needsServer' } };
  const { bookByClerk, moveAppointment, bookLeased } = appointmentPayloads;
  expect(refusedWithoutLine('bookByClerk', bookByClerk, offline)).toEqual(refused);
  expect(refusedWithoutLine('moveAppointment', moveAppointment, { state: 'connecting' })).toEqual(refused);
  expect(refusedWithoutLine('bookByClerk', bookByClerk, { state: 'connected' })).toBeUndefined();
  const intoOwn = { ...moveAppointment, leaseId: leaseId.parse('own') };
  expect(refusedWithoutLine('moveAppointment', intoOwn, offline)).toBeUndefined();
  expect(refusedWithoutLine('bookLeased', bookLeased, offline)).toBeUndefined();
  for (const kind of ['cancelAppointment', 'blockTime', 'setOpeningHours'] as const)
    expect(refusedWithoutLine(kind, appointmentPayloads[kind], offline)).toBeUndefined();
});
