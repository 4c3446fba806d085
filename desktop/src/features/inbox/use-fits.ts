import { type RefObject, useLayoutEffect, useState } from 'react';
import { remInPixels } from '../../ui/use-row-window.ts';

/** Whether an element is at least so many rem wide; false until it is measured, which is before anything is drawn. */
export function useFits(element: RefObject<HTMLElement | null>, rem: number): boolean {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const measured = element.current;
    if (!measured) return;
    setWidth(measured.clientWidth);
    const observer = new ResizeObserver(() => setWidth(measured.clientWidth));
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element]);
  return width >= remInPixels(rem);
}
