import type { JournalFile } from './host.ts';
import { HostFailure } from './host-failure.ts';
import { createQueue } from './queue.ts';
import type { RawFile } from './raw-file.ts';

/** How a host names its own errors; a HostFailure comes back as it is. */
export type FailureOf = (error: unknown, doing: string) => HostFailure;

/**
 * The journal's promises over any file: serialised, durable before acknowledged, cut back when an append fails.
 * It flushes first: after a crash of the process alone the operating system still shows bytes that were never
 * flushed, and an entry read from them would be sent although a power cut could still take it (J2).
 */
export async function openJournalFile(
  name: string,
  raw: RawFile,
  failureOf: FailureOf,
): Promise<JournalFile> {
  const inOrder = createQueue();
  let state: 'open' | 'broken' | 'closed' = 'open';
  let length = 0;

  try {
    await raw.flush();
    length = await raw.size();
  } catch (error) {
    await raw.close().catch(() => undefined);
    throw failureOf(error, `opening journal ${name}`);
  }

  function demand(wanted: 'readable' | 'writable'): void {
    if (state === 'closed') throw new HostFailure('io', `journal ${name} is closed`);
    if (state === 'broken' && wanted === 'writable') {
      throw new HostFailure('journalBroken', `journal ${name} could not be cut back after a failed write`);
    }
  }

  /** A cut that isn't known to be durable could bring refused bytes back after a restart: nothing may follow it. */
  async function cutTo(newLength: number): Promise<void> {
    try {
      await raw.truncate(newLength);
      await raw.flush();
      length = newLength;
    } catch (error) {
      state = 'broken';
      throw error;
    }
  }

  return {
    read: () =>
      inOrder(async () => {
        demand('readable');
        try {
          return await raw.readAll();
        } catch (error) {
          throw failureOf(error, `reading journal ${name}`);
        }
      }),

    append: (bytes) => {
      // the caller may reuse its buffer while this append waits its turn
      const copy = bytes.slice();
      return inOrder(async () => {
        demand('writable');
        try {
          await raw.writeAt(length, copy);
          await raw.flush();
          length += copy.length;
        } catch (error) {
          const failure = failureOf(error, `appending ${copy.length} bytes to journal ${name}`);
          await cutTo(length).catch(() => undefined);
          throw failure;
        }
      });
    },

    truncate: (newLength) =>
      inOrder(async () => {
        demand('writable');
        if (!Number.isSafeInteger(newLength) || newLength < 0 || newLength > length) {
          throw new HostFailure('io', `journal ${name} has ${length} bytes and can't be cut to ${newLength}`);
        }
        try {
          await cutTo(newLength);
        } catch (error) {
          throw failureOf(error, `cutting journal ${name} to ${newLength} bytes`);
        }
      }),

    close: () =>
      inOrder(async () => {
        if (state === 'closed') return;
        state = 'closed';
        try {
          await raw.close();
        } catch (error) {
          throw failureOf(error, `closing journal ${name}`);
        }
      }),
  };
}
