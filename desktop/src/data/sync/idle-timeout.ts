import type { Answered } from './transport.ts';

/**
 * Runs a request that is given up when nothing moved for `milliseconds`. `alive` is called with each sign of
 * life. What fetch throws becomes a value; what is a bug stays an exception.
 */
export async function withIdleTimeout<T>(
  milliseconds: number,
  signal: AbortSignal,
  run: (signal: AbortSignal, alive: () => void) => Promise<Answered<T>>,
): Promise<Answered<T>> {
  const idle = new AbortController();
  let timer = setTimeout(() => idle.abort(), milliseconds);
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(() => idle.abort(), milliseconds);
  };
  try {
    return await run(AbortSignal.any([signal, idle.signal]), alive);
  } catch (error) {
    if (signal.aborted) return { ok: false, failure: 'aborted' };
    if (idle.signal.aborted) return { ok: false, failure: 'timeout' };
    // fetch: TypeError when there is no line; a body that is not UTF-8: TypeError from the decoder
    if (error instanceof TypeError) return { ok: false, failure: 'network' };
    if (error instanceof DOMException) return { ok: false, failure: 'network' };
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
