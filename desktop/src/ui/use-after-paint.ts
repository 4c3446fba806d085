import { startTransition, useEffect, useState } from 'react';

/**
 * `value`, but one frame later: what depends on it can take its time, and what was typed is on screen before it begins.
 * `useDeferredValue` alone doesn't promise that: the later work often starts in the very frame it should let through.
 */
export function useAfterPaint<T>(value: T): T {
  const [later, setLater] = useState(value);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      // a task after the frame's own callbacks: by then it is painted
      timer = setTimeout(() => startTransition(() => setLater(() => value)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [value]);
  return later;
}
