import { useLayoutEffect } from 'react';

const positions = new Map<string, number>();

/** Each place begins at its top and, come back to, where it was left: the list stays where the clerk was reading. */
export function useScrollMemory(place: string): void {
  useLayoutEffect(() => {
    history.scrollRestoration = 'manual';
    scrollTo({ top: positions.get(place) ?? 0 });
    const keep = () => void positions.set(place, scrollY);
    addEventListener('scroll', keep, { passive: true });
    return () => removeEventListener('scroll', keep);
  }, [place]);
}
