import Typography from '@mui/material/Typography';
import { type ReactNode, useEffect, useRef } from 'react';
import { windowTitle } from './window-title.ts';

/**
 * The one h1 of a screen. Takes the focus when the screen opens, so that keyboard and screen reader begin there, and
 * names the window.
 */
export function ScreenTitle({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    windowTitle.show(title);
  }, [title]);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <Typography
      variant="h1"
      ref={heading}
      tabIndex={-1}
      sx={{ outline: 'none', overflowWrap: 'anywhere', '&:focus-visible': { outline: 'none' } }}
    >
      {children ?? title}
    </Typography>
  );
}
