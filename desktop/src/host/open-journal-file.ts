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
  let isClosed = false;
  let length = 0;
  /** Where a cut was wanted that is not known to be durable. */
  let uncut: number | undefined;

  try {
    await raw.flush();
    length = await raw.size();
  } catch (error) {
    await raw.close().catch(() => undefined);
    throw failureOf(error, `opening journal ${name}`);
  }

  function demandOpen(): void {
    if (isClosed) throw new HostFailure('io', `journal ${name} is closed`);
  }

  /**
   * A cut that isn't known to be durable could bring refused bytes back after a restart: nothing may follow it. It is
   * tried again with each write, so that work goes on by itself once the disk is well.
   */
  async function demandWritable(): Promise<void> {
    demandOpen();
    if (uncut === undefined) return;
    await cutTo(uncut).catch(() => {
      throw new HostFailure('journalBroken', `journal ${name} could not be cut back after a failed write`);
    });
  }

  async function cutTo(newLength: number): Promise<void> {
    uncut = newLength;
    await raw.truncate(newLength);
    await raw.flush();
    length = newLength;
    uncut = undefined;
  }

  return {
    read: () =>
      inOrder(async () => {
        demandOpen();
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
        await demandWritable();
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
        await demandWritable();
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
        if (isClosed) return;
        isClosed = true;
        try {
          await raw.close();
        } catch (error) {
          throw failureOf(error, `closing journal ${name}`);
        }
      }),
  };
}
