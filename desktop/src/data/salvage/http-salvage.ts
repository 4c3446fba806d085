import { failureOf, type HttpTransportOptions, lineTo } from '../sync/http-transport.ts';
import { withIdleTimeout } from '../sync/idle-timeout.ts';
import type { SalvageOptions } from './salvage-keeper.ts';

const idleMilliseconds = 60_000;

/** Brings what a former copy held to the restored server. */
export function sendSalvage(options: HttpTransportOptions): SalvageOptions['send'] {
  const { open } = lineTo(options);
  return (request, signal) =>
    withIdleTimeout(idleMilliseconds, signal, async (guarded) => {
      const response = await open('/salvage', {
        method: 'POST',
        body: JSON.stringify(request),
        signal: guarded,
      });
      if (response.ok) return { ok: true, answer: undefined };
      const failure = await failureOf(response);
      // only what it says of the request itself stays so: a server that doesn't know of it yet may be updated
      const isForGood = failure !== 'refusedRequest' || response.status === 400;
      return { ok: false, failure: isForGood ? failure : 'unavailable' };
    });
}
