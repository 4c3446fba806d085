import { useMemo, useSyncExternalStore } from 'react';
import { hrefOf, type Place, placeOf } from './place.ts';

/** The current place; changes with links, "back" and `goTo`. */
export function usePlace(): Place {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return useMemo(() => placeOf(hash), [hash]);
}

/** For places reached otherwise than by a link. */
export function goTo(place: Place): void {
  location.hash = hrefOf(place);
}

function subscribe(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}
