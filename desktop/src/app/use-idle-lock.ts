import { useEffect, useRef } from 'react';

/** So long nobody touched keyboard, mouse or screen: the clerk has gone away. */
const idleMs = 15 * 60 * 1000;
const looksEvery = 15_000;
const signsOfLife = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** Calls `lock` once the person has been away; also after the PC slept, since it compares times and trusts no timer. */
export function useIdleLock(lock: () => void): void {
  const latest = useRef(lock);
  latest.current = lock;
  useEffect(() => {
    let aliveAt = Date.now();
    let isLocked = false;
    const look = () => {
      if (isLocked || Date.now() - aliveAt < idleMs) return;
      isLocked = true;
      latest.current();
    };
    const sign = () => {
      look();
      aliveAt = Date.now();
    };
    for (const name of signsOfLife) addEventListener(name, sign, { passive: true, capture: true });
    const timer = setInterval(look, looksEvery);
    return () => {
      clearInterval(timer);
      for (const name of signsOfLife) removeEventListener(name, sign, { capture: true });
    };
  }, []);
}
