import { expect, it } from 'vitest';
import { bookingDraft, emptyDraft, problemsOf } from './booking-draft.ts';

it('asks for a name alone, and takes an e-mail that is one', () => {
  expect(problemsOf({ ...emptyDraft, name: ' ' })).toEqual({ name: true, email: false });
  expect(problemsOf({ ...emptyDraft, name: 'Erika Mustermann' })).toEqual({ name: false, email: false });
  expect(problemsOf({ ...emptyDraft, name: 'E', email: ' erika@example.org ' }).email).toBe(false);
  expect(problemsOf({ ...emptyDraft, name: 'E', email: 'erika@' }).email).toBe(true);
});

it('comes back from the disk as it was typed', () => {
  const draft = { ...emptyDraft, name: 'Erika', clock: '9', fromDay: '1.12.2026' };
  expect(bookingDraft.parse(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
});
