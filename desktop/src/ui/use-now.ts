import { unitMinutes } from '@amtsstube/shared/domain/appointments/unit';
import { type Instant, instantOf } from '@amtsstube/shared/domain/time';
import { useSyncExternalStore } from 'react';

const lookEveryMs = 20_000;
/** What is drawn and offered changes with the minute. */
const stepMs = 60_000;

/** This minute: a calendar stays open all day, and its line goes on. A desk's clock; what counts is the server's. */
export function useNow(): Instant {
  return instantOf(useSyncExternalStore(subscribe, thisMinute));
}

function thisMinute(): number {
  return Math.floor(Date.now() / stepMs) * stepMs;
}

function subscribe(changed: () => void): () => void {
  const timer = setInterval(changed, lookEveryMs);
  document.addEventListener('visibilitychange', changed);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', changed);
  };
}

/** Since the unit began; for the line of now. */
export function withinUnit(milliseconds: number): number {
  return milliseconds / (unitMinutes * 60_000);
}
