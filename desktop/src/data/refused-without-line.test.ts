import { expect, it } from 'vitest';
import { refusedWithoutLine } from './refused-without-line.ts';

it('without a line nothing is booked that only the server can tell; cancelling and blocking go on', () => {
  const offline = { state: 'offline', cause: 'network' } as const;
  const refused = { result: 'refusedHere', reason: { code: 'needsServer' } };
  expect(refusedWithoutLine('bookByClerk', offline)).toEqual(refused);
  expect(refusedWithoutLine('moveAppointment', { state: 'connecting' })).toEqual(refused);
  expect(refusedWithoutLine('bookByClerk', { state: 'connected' })).toBeUndefined();
  for (const kind of ['cancelAppointment', 'blockTime', 'setOpeningHours', 'addNote'] as const)
    expect(refusedWithoutLine(kind, offline)).toBeUndefined();
});
