import { supportKey } from '@amtsstube/shared/replication/journal-export';
import { type HttpTransportOptions, lineTo } from '../sync/http-transport.ts';
import type { SupportKeyOptions } from './support-key.ts';

/** Asks the server for the key that exports of a journal are sealed to. */
export function fetchSupportKey(options: HttpTransportOptions): SupportKeyOptions['fetch'] {
  const { ask } = lineTo(options);
  return async (signal) => {
    const answered = await ask('/support-key', { method: 'GET' }, supportKey, signal);
    return answered.ok ? { ok: true, answer: answered.answer.publicKey } : answered;
  };
}
