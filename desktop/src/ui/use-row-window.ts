import { type RefObject, useEffect, useState } from 'react';
import { type RowWindow, rowWindow } from './row-window.ts';

/** Keeps the drawn rows in step with the window's scrolling. All rows have `rowHeight` pixels. */
export function useRowWindow(
  list: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
): RowWindow {
  const [drawn, setDrawn] = useState(() => rowWindow(count, rowHeight, 0, innerHeight));
  useEffect(() => {
    const update = () => {
      const listTop = list.current?.getBoundingClientRect().top ?? 0;
      const next = rowWindow(count, rowHeight, listTop, innerHeight);
      setDrawn((current) => (current.first === next.first && current.end === next.end ? current : next));
    };
    update();
    addEventListener('scroll', update, { passive: true });
    addEventListener('resize', update);
    return () => {
      removeEventListener('scroll', update);
      removeEventListener('resize', update);
    };
  }, [list, count, rowHeight]);
  // between a change of `count` and its effect the old window may reach past the end
  return {
    first: Math.min(drawn.first, Math.max(0, count - 1)),
    end: Math.min(Math.max(drawn.end, 0), count),
  };
}

/** Pixels of `rem`, so that row heights grow with the text size a person has chosen. */
export function remInPixels(rem: number): number {
  return rem * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}
