import type { Hint } from '@amtsstube/shared/replication/messages';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { town } from '../store/contract/contract-builders.ts';
import { createHintsHub } from './hints-hub.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('tells the first commit at once, and all that follow it closely together', () => {
  const hub = createHintsHub(150);
  const told: Hint[] = [];
  hub.listen(town, (hint) => told.push(hint));
  hub.publish(town, { seq: 1, collections: ['cases'] });
  hub.publish(town, { seq: 2, collections: ['cases'] });
  hub.publish(town, { seq: 3, collections: ['dossiers', 'cases'] });
  expect(told).toEqual([{ seq: 1, collections: ['cases'] }]);
  vi.advanceTimersByTime(150);
  expect(told.slice(1)).toEqual([{ seq: 3, collections: ['cases', 'dossiers'] }]);
  // and what follows those waits in its turn
  hub.publish(town, { seq: 4, collections: ['settings'] });
  expect(told).toHaveLength(2);
  vi.advanceTimersByTime(150);
  vi.advanceTimersByTime(150);
  hub.publish(town, { seq: 5, collections: ['clerks'] });
  expect(told.slice(2)).toEqual([
    { seq: 4, collections: ['settings'] },
    { seq: 5, collections: ['clerks'] },
  ]);
});

it('tells nobody who has stopped listening, not even what was gathered', () => {
  const hub = createHintsHub(150);
  const told: Hint[] = [];
  const stop = hub.listen(town, (hint) => told.push(hint));
  hub.publish(town, { seq: 1, collections: ['cases'] });
  hub.publish(town, { seq: 2, collections: ['cases'] });
  stop();
  hub.listen(town, (hint) => told.push({ ...hint, seq: hint.seq + 100 }));
  vi.advanceTimersByTime(300);
  expect(told).toEqual([{ seq: 1, collections: ['cases'] }]);
});
