import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import { type Instant, instantOf, millisecondsOf } from '@amtsstube/shared/domain/time';
import type { Logger } from '../logging.ts';
import type { OutboxRow, Store } from '../store/store.ts';
import { composeMail } from './compose-mail.ts';
import type { MailOrigin } from './composed-mail.ts';
import { giveUp } from './failed-mails.ts';
import { isRefusedForGood, type Mailer } from './mailer.ts';

export interface OutboxPerformer {
  /** Performs what is due, in all municipalities. One run at a time; a call during a run asks for one more after it. */
  run(): Promise<void>;
  /** Resolves when the run under way has ended; there is none after it. */
  stop(): Promise<void>;
}

export interface OutboxSources {
  readonly store: Store;
  readonly mailer: Mailer;
  readonly origin: MailOrigin;
  readonly log: Logger;
  now(): Instant;
  /** Told before the row goes, at least once, what became of a mail that tells of a question. */
  told?(municipality: MunicipalityId, effect: OutboxRow['effect'], result: MailResult): Promise<void>;
}

/** Taken over by the mail server, or refused by it for good. */
export type MailResult = 'handedOver' | 'failed';

const batch = 50;
const firstPause = 30_000;
const longestPause = 60 * 60 * 1000;
/** 30 s, 1 min, … 32 min, then every hour: seven days of being refused. */
export const attemptsForGood = 7 + 7 * 24;

/**
 * Performs effects after their commit, at least once (S10): a row goes only after its mail was taken over. After
 * a crash between the two it is sent again, with the same Message-ID. A failure waits, twice as long each time,
 * and holds up no other row. What the mail server still refuses for good (5xx) after seven days is given up: it stays,
 * for the administrator to look at.
 */
export function createOutboxPerformer(sources: OutboxSources): OutboxPerformer {
  let running: Promise<void> | undefined;
  let isWantedAgain = false;
  let isStopped = false;

  async function runUntilQuiet(): Promise<void> {
    do {
      isWantedAgain = false;
      for (const municipality of await sources.store.municipalities()) {
        while ((await performDue(municipality)) === batch);
      }
    } while (isWantedAgain && !isStopped);
  }

  /** How many rows were due and performed. */
  async function performDue(municipality: MunicipalityId): Promise<number> {
    if (isStopped) return 0;
    const due = await sources.store.snapshot(municipality, (read) => read.dueEffects(sources.now(), batch));
    for (const [index, row] of due.entries()) {
      // each row may wait for a mail server that says nothing
      if (isStopped) return index;
      await perform(sources, municipality, row);
    }
    return due.length;
  }

  return {
    run: () => {
      if (isStopped) return Promise.resolve();
      isWantedAgain = true;
      running ??= runUntilQuiet()
        .catch((error: unknown) => sources.log.error({ outbox: nameOf(error) }))
        .finally(() => {
          running = undefined;
        });
      return running;
    },
    stop: async () => {
      isStopped = true;
      await running;
    },
  };
}

async function perform(sources: OutboxSources, municipality: MunicipalityId, row: OutboxRow): Promise<void> {
  const { store, mailer, origin, log } = sources;
  let isSent = false;
  try {
    const mail = await composeMail(store, origin, municipality, row, sources.now());
    if (mail) await mailer.send(mail);
    isSent = mail !== undefined;
  } catch (error) {
    const attempts = row.attempts + 1;
    const isGivenUp = isRefusedForGood(error) && attempts >= attemptsForGood;
    // no address and no server's answer in the log: answers quote addresses
    const line = { municipality, outboxRow: row.id, attempts, mail: nameOf(error) };
    if (isGivenUp) log.error({ ...line, givenUp: 'see npm run server:admin -- failed-mails' });
    else log.warn(line);
    const dueAt = instantOf(millisecondsOf(sources.now()) + pauseAfter(row.attempts));
    if (isGivenUp) await sources.told?.(municipality, row.effect, 'failed');
    await store.transact(municipality, (tx) =>
      isGivenUp ? giveUp(tx, row) : tx.postponeEffect(row.id, attempts, dueAt),
    );
    return;
  }
  if (isSent) await sources.told?.(municipality, row.effect, 'handedOver');
  await store.transact(municipality, (tx) => tx.removeEffect(row.id));
}

/** 30 s, 1 min, 2 min, … at most an hour. */
export function pauseAfter(attempts: number): number {
  return Math.min(firstPause * 2 ** Math.min(attempts, 20), longestPause);
}

function nameOf(error: unknown): string {
  return error instanceof Error && 'code' in error
    ? String(error.code)
    : error instanceof Error
      ? error.name
      : 'unknown';
}
