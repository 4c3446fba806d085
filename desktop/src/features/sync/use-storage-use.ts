import { useEffect, useState } from 'react';
import { useDesk } from '../../ui/desk-context.tsx';
import type { StorageUse } from './device-words.ts';

/** It fills by scans, within hours rather than seconds. */
const asksEveryMs = 5 * 60_000;

/** How full this device is, asked now and then, and at once when `isLookedAt` begins; undefined until it has answered. */
export function useStorageUse(isLookedAt: boolean): StorageUse | undefined {
  const { device } = useDesk();
  const [storage, setStorage] = useState<StorageUse>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: who looks wants to know how it is now
  useEffect(() => {
    let isShown = true;
    const ask = () =>
      device.storage().then(
        (use) => isShown && setStorage(use),
        // a shell that can't say now: what it said last stands
        () => undefined,
      );
    void ask();
    const timer = setInterval(() => void ask(), asksEveryMs);
    return () => {
      isShown = false;
      clearInterval(timer);
    };
  }, [device, isLookedAt]);
  return storage;
}
