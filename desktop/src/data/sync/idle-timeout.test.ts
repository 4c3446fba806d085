import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { withIdleTimeout } from './idle-timeout.ts';
import type { Answered } from './transport.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A request that lives until its signal ends it, as fetch does. */
function begin(signal: AbortSignal) {
  let sign: () => void = () => undefined;
  const answered = withIdleTimeout<never>(20_000, signal, async (guarded, alive) => {
    sign = alive;
    await new Promise((_resolve, reject) => {
      guarded.addEventListener('abort', () => reject(guarded.reason));
    });
    throw new Error('never reached');
  });
  let result: Answered<never> | undefined;
  void answered.then((given) => {
    result = given;
  });
  return { answered, alive: () => sign(), result: () => result };
}

it('[L6] 20 s without a byte end it, and each byte begins them anew', async () => {
  const { answered, alive, result } = begin(new AbortController().signal);
  for (let seconds = 0; seconds < 60; seconds += 15) {
    await vi.advanceTimersByTimeAsync(15_000);
    alive();
  }
  await vi.advanceTimersByTimeAsync(19_999);
  expect(result()).toBeUndefined();
  await vi.advanceTimersByTimeAsync(1);
  expect(await answered).toEqual({ ok: false, failure: 'timeout' });
});

it('the desk that closes is no timeout, and no timer stays behind', async () => {
  const closing = new AbortController();
  const { answered } = begin(closing.signal);
  closing.abort();
  expect(await answered).toEqual({ ok: false, failure: 'aborted' });
  expect(vi.getTimerCount()).toBe(0);
});

it('a bug stays an exception', async () => {
  const bug = new RangeError('a bug');
  const answered = withIdleTimeout(20_000, new AbortController().signal, () => Promise.reject(bug));
  await expect(answered).rejects.toBe(bug);
});
