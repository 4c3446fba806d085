import { JournalLocked } from '../data/journal/journal-locked.ts';
import { HostFailure } from '../host/host.ts';
import { DeviceFileUnreadable } from '../vault/device-file.ts';
import type { SessionState } from './session-state.ts';

/** What the window shows of a failure that keeps a desk from being open. What nobody expects is logged. */
export function stateAfter(error: unknown): SessionState {
  if (error instanceof DeviceFileUnreadable || error instanceof JournalLocked)
    return { state: 'unreadable', reason: error.reason === 'newer' ? 'newer' : 'damaged' };
  if (error instanceof HostFailure && error.code === 'unavailable') return { state: 'noStorage' };
  if (error instanceof HostFailure && error.code === 'quotaExceeded') return { state: 'noRoom' };
  console.error(error);
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { state: 'failed', detail };
}
