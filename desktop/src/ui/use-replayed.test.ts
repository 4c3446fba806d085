import { BehaviorSubject, NEVER, throwError } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { replayedStore } from './use-replayed.ts';

describe('what a component reads of an observable', () => {
  it('is there before it listens, and keeps its identity when it listens and when the same comes again', () => {
    const subject = new BehaviorSubject('a');
    const store = replayedStore(subject);
    const first = store.latest();
    expect(first).toEqual({ value: 'a' });
    let changes = 0;
    const stop = store.subscribe(() => {
      changes += 1;
    });
    subject.next('a');
    expect([store.latest(), changes]).toEqual([first, 0]);
    expect(store.latest()).toBe(first);
    subject.next('b');
    expect([store.latest(), changes]).toEqual([{ value: 'b' }, 1]);
    stop();
    subject.next('c');
    expect(changes).toBe(1);
  });

  it('tells what came before it listened', () => {
    const subject = new BehaviorSubject('a');
    const store = replayedStore(subject);
    subject.next('b');
    let changes = 0;
    store.subscribe(() => {
      changes += 1;
    });
    expect([store.latest(), changes]).toEqual([{ value: 'b' }, 1]);
  });

  it('is nothing where nothing was told yet, and the error where there was one', () => {
    expect(replayedStore(NEVER).latest()).toBeUndefined();
    const error = new Error('gone');
    expect(replayedStore(throwError(() => error)).latest()).toEqual({ error });
  });
});
