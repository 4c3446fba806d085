import { supportKey } from '@amtsstube/shared/replication/journal-export';
import { failureOf, type HttpTransportOptions, lineTo } from '../sync/http-transport.ts';
import { withIdleTimeout } from '../sync/idle-timeout.ts';
import type { SupportKeyOptions } from './support-key.ts';

const idleMilliseconds = 20_000;

/** Asks the server for the key that exports of a journal are sealed to. */
export function fetchSupportKey(options: HttpTransportOptions): SupportKeyOptions['fetch'] {
  const { open } = lineTo(options);
  return (signal) =>
    withIdleTimeout(idleMilliseconds, signal, async (guarded) => {
      const response = await open('/support-key', { method: 'GET', signal: guarded });
      if (!response.ok) return { ok: false, failure: await failureOf(response) };
      const parsed = supportKey.safeParse(await response.json().catch(() => undefined));
      return parsed.success
        ? { ok: true, answer: parsed.data.publicKey }
        : { ok: false, failure: 'badAnswer' };
    });
}
