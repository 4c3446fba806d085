import { instant } from '@amtsstube/shared/domain/time';
import { BehaviorSubject } from 'rxjs';
import { expect, it } from 'vitest';
import type { LineFailure } from '../data/desk.ts';
import { lookAfterBadAnswers } from './look-after-bad-answers.ts';
import type { SessionState } from './session-state.ts';

const at = instant.parse('2026-11-23T10:00:00.000Z');
const failed = (cause: 'badAnswer' | 'network'): LineFailure => ({ line: { state: 'offline', cause }, at });

it('looks for a newer program when an answer can’t be read, once for many, and not because a line is down', () => {
  const health$ = new BehaviorSubject<{ readonly lastFailure: LineFailure | undefined }>({
    lastFailure: undefined,
  });
  const state$ = new BehaviorSubject<SessionState>({ state: 'starting' });
  let looks = 0;
  lookAfterBadAnswers(state$, { look: () => void looks++ });
  state$.next({ state: 'open', desk: { health$ } } as unknown as SessionState);
  health$.next({ lastFailure: failed('network') });
  expect(looks).toBe(0);
  for (let times = 0; times < 3; times += 1) health$.next({ lastFailure: failed('badAnswer') });
  expect(looks).toBe(1);
});
