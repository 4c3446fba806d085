import { expect, it } from 'vitest';
import { IdleWatch } from './idle-watch.ts';

const minutes = (count: number) => count * 60_000;

it('warns two minutes before it locks, and locks after a quarter of an hour', () => {
  const watch = new IdleWatch(0);
  expect(watch.look(minutes(13) - 1)).toBe('here');
  expect(watch.look(minutes(13))).toBe('warned');
  expect(watch.look(minutes(15) - 1)).toBe('warned');
  expect(watch.look(minutes(15))).toBe('away');
});

it('any sign ends the warning and begins the time anew', () => {
  const watch = new IdleWatch(0);
  watch.look(minutes(14));
  expect(watch.sign(minutes(14))).toBe('here');
  expect(watch.look(minutes(26))).toBe('here');
  expect(watch.look(minutes(27))).toBe('warned');
});

it('a sign after the time is up comes too late, also when nobody looked while the PC slept', () => {
  const watch = new IdleWatch(0);
  expect(watch.sign(minutes(600))).toBe('away');
  expect(watch.sign(minutes(600) + 1)).toBe('away');
});
