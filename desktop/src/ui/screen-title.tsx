import Typography from '@mui/material/Typography';
import { type ReactNode, useEffect, useRef } from 'react';
import { windowTitle } from './window-title.ts';

/**
 * The one h1 of a screen. Takes the focus when the screen opens, so that keyboard and screen reader begin there, and
 * names the window: by `title`, or by `ofWindow` where the title is the clerk's own words. The browser writes the names of
 * windows into its history, where nothing seals them.
 */
export function ScreenTitle(props: {
  readonly title: string;
  readonly ofWindow?: string;
  readonly children?: ReactNode;
}) {
  const { title, ofWindow = title, children } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    windowTitle.show(ofWindow);
  }, [ofWindow]);
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
