import { instantOf, type LocalDate, localDateOf } from '@amtsstube/shared/domain/time';
import { useSyncExternalStore } from 'react';

const lookEveryMs = 30_000;

/** The calendar day in Saxony-Anhalt. A desk may stay open over midnight; what is due must not stay yesterday's. */
export function useToday(): LocalDate {
  return useSyncExternalStore(subscribe, today);
}

function today(): LocalDate {
  return localDateOf(instantOf(Date.now()));
}

function subscribe(changed: () => void): () => void {
  const timer = setInterval(changed, lookEveryMs);
  // a laptop that slept is looked at before the timer fires
  document.addEventListener('visibilitychange', changed);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', changed);
  };
}
