import { useEffect, useLayoutEffect } from 'react';
import type { LastPlace } from './last-place.ts';

const positions = new Map<string, number>();
/** After the last movement; scrolling itself is not to wait for a disk. */
const restMs = 800;

/**
 * Each place begins at its top and, come back to, where it was left: the list stays where the clerk was reading. `keep`
 * hears where she is, at once, and how far she scrolled once she rests.
 */
export function useScrollMemory(place: string, keep: (place: LastPlace) => void): void {
  useLayoutEffect(() => {
    history.scrollRestoration = 'manual';
    const restoring = scrollOnceThere(positions.get(place) ?? 0);
    const note = () => {
      // a page that is still short would be noted as its top
      if (restoring.isOver()) positions.set(place, scrollY);
    };
    addEventListener('scroll', note, { passive: true });
    return () => {
      restoring.stop();
      removeEventListener('scroll', note);
    };
  }, [place]);
  useEffect(() => {
    const rest = () => keep({ href: place, scroll: positions.get(place) ?? 0 });
    let timer: ReturnType<typeof setTimeout> | undefined;
    rest();
    const moved = () => {
      clearTimeout(timer);
      timer = setTimeout(rest, restMs);
    };
    addEventListener('scroll', moved, { passive: true });
    return () => {
      clearTimeout(timer);
      removeEventListener('scroll', moved);
    };
  }, [place, keep]);
}

/** Opens where the clerk was, unless the address already says where to. A list is scrolled once it is there. */
export function goBackTo({ href, scroll }: LastPlace): void {
  if (location.hash !== '') return;
  positions.set(href, scroll);
  location.replace(href);
}

const patienceMs = 3_000;
const signsOfLife = ['wheel', 'keydown', 'pointerdown', 'touchstart'] as const;

/** Scrolls to `top`, as soon as what is shown is long enough; gives up when the person does something herself. */
function scrollOnceThere(top: number): { isOver(): boolean; stop(): void } {
  let isOver = false;
  const observer = new ResizeObserver(() => go());
  const timer = setTimeout(stop, patienceMs);
  function stop() {
    isOver = true;
    observer.disconnect();
    clearTimeout(timer);
    for (const name of signsOfLife) removeEventListener(name, stop, { capture: true });
  }
  function go() {
    scrollTo({ top });
    if (scrollY >= top - 1) stop();
  }
  for (const name of signsOfLife) addEventListener(name, stop, { passive: true, capture: true });
  observer.observe(document.body);
  go();
  return { isOver: () => isOver, stop };
}
