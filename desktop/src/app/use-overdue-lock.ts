import { useEffect } from 'react';

const looksEvery = 60_000;

/** Asks while the desk is open whether it may stay so: somebody may work on for fourteen days without being away. */
export function useOverdueLock(lockIfOverdue: () => Promise<void>): void {
  useEffect(() => {
    const timer = setInterval(() => void lockIfOverdue(), looksEvery);
    return () => clearInterval(timer);
  }, [lockIfOverdue]);
}
