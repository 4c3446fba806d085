import { formatInstant } from '@amtsstube/shared/domain/time';
import type { Health, LineFailure, LineState } from '../../data/desk.ts';
import { de } from '../../texts/de.ts';

/** Whether there is a line, in words that also say what follows for the work. */
export function lineWords(line: LineState): string {
  return de.sync.line[line.state];
}

/** How far this desk's own changes are. Taken over they are only when none waits and the server has refused none. */
export function outboxWords(waiting: number, refused: number): string {
  const open = [
    ...(waiting > 0 ? [de.sync.waiting(waiting)] : []),
    ...(refused > 0 ? [de.sync.refused(refused)] : []),
  ];
  return open.length === 0 ? de.sync.takenOver : open.join(' · ');
}

/** When every collection was last found equal to the server's. */
export function verifiedWords({ verifiedEqualAt }: Pick<Health, 'verifiedEqualAt'>): string {
  return verifiedEqualAt === undefined
    ? de.sync.notVerified
    : de.sync.verifiedEqual(formatInstant(verifiedEqualAt));
}

/** What comes page by page: the first copy or much news, or a whole copy beside the present one. */
export function buildingWords({ received, isAnew }: NonNullable<Health['building']>): string {
  return isAnew ? de.sync.rebuilding(received) : de.sync.fetching(received);
}

/** What is wrong with the line, and what to do about it. */
export function causeWords(line: LineFailure['line']): string {
  return de.sync.cause[line.state === 'offline' ? line.cause : line.state];
}

/** What came of asking: nothing yet, an answer, or none. */
export function askedWords(before: Health, now: Health): string {
  if (now.lastContactAt !== undefined && now.lastContactAt !== before.lastContactAt)
    return de.sync.nowDone(formatInstant(now.lastContactAt));
  return now.lastFailure === before.lastFailure ? de.sync.nowRunning : de.sync.nowFailed;
}

/**
 * The states in one sentence each: for a screen reader, which hears every change of it. No figure that moves by itself;
 * how many were refused changes only when there is something to be done.
 */
export function saidWords(line: LineState, waiting: number, refused: number): string {
  const { said } = de.sync;
  const own = [
    ...(refused > 0 ? [said.refused(refused)] : []),
    ...(waiting > 0 ? [said.waiting] : refused > 0 ? [] : [said.handedOver]),
  ];
  return [said.line[line.state], ...own].join(' ').trim();
}

export interface SyncNotice {
  readonly severity: 'warning' | 'error' | 'info';
  /** A few words, without a figure that moves: for the bar, for the name of its button, and to be said. */
  readonly short: string;
  readonly text: string;
}

/** The name of the button that opens the panel: what waits behind it stands in it, for who doesn't see the dot. */
export function openWords(notices: readonly SyncNotice[]): string {
  return notices.length === 0
    ? de.sync.open
    : de.sync.openWithNotices(
        notices.length,
        notices.map(({ short }) => short),
      );
}

/** To a screen reader, once each time they become others. */
export function saidNotices(notices: readonly SyncNotice[]): string {
  return notices.length === 0 ? '' : de.sync.said.notices(notices.map(({ short }) => short));
}

/** What a clerk has to know beyond the line: server out of date, clock, journal, storage that is full or may be evicted. */
export function syncNotices(
  health: Health,
  storageIsLasting: boolean,
  ofStorage: SyncNotice | undefined,
): readonly SyncNotice[] {
  const { short } = de.sync;
  const { notNow, journalNotice, clockOffByMs, line } = health;
  const notices: (SyncNotice | undefined)[] = [
    line.state === 'connecting' || line.state === 'connected'
      ? undefined
      : { severity: 'info', short: lineWords(line), text: causeWords(line) },
    notNow && { severity: 'warning', short: short.notNow[notNow], text: de.sync.notNow[notNow] },
    journalNotice && {
      severity: journalNotice.kind === 'damaged' ? 'error' : 'warning',
      short: short.journal[journalNotice.kind],
      text: de.sync.journal[journalNotice.kind](journalNotice.bytes, journalNotice.keptAs),
    },
    clockOffByMs === undefined
      ? undefined
      : {
          severity: 'warning',
          short: short.clockOff,
          text: de.sync.clockOff(Math.max(1, Math.round(Math.abs(clockOffByMs) / 60_000))),
        },
    ofStorage,
    storageIsLasting
      ? undefined
      : { severity: 'warning', short: short.mayBeEvicted, text: de.saved.mayBeEvicted },
  ];
  return notices.filter((notice) => notice !== undefined);
}
