import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { AdminLink } from '../features/admin/admin-link.tsx';
import { CalendarLink } from '../features/calendar/calendar-link.tsx';
import { EntryLink } from '../features/entry/entry-link.tsx';
import { FeesLink } from '../features/fees/fees-link.tsx';
import { FiguresLink } from '../features/figures/figures-link.tsx';
import { InboxLinks } from '../features/inbox/inbox-links.tsx';
import { LoadLink } from '../features/inbox/load/load-link.tsx';
import { OutageLink } from '../features/outage/outage-link.tsx';
import { QueueLink } from '../features/queue/queue-link.tsx';
import { RefusedLink } from '../features/sync/refused-link.tsx';
import { SyncStatus } from '../features/sync/sync-status.tsx';
import { TasksLink } from '../features/tasks/tasks-link.tsx';
import { de } from '../texts/de.ts';
import { Logo } from '../ui/logo.tsx';
import { useSettings } from '../ui/names.ts';
import type { Place } from '../ui/place.ts';

interface ShellProps {
  readonly place: Place;
  /** At the right end of the bar. */
  readonly account: ReactNode;
  /** Beneath the bar, above everything. */
  readonly banner: ReactNode;
  readonly children: ReactNode;
}

/** What stands around every screen: bar with the sync status, navigation, content. */
export function Shell({ place, account, banner, children }: ShellProps) {
  const bar = useRef<HTMLElement>(null);
  useBarHeight(bar);
  const municipality = useSettings().find((each) => each.kind === 'municipality');

  function skipToContent() {
    document.querySelector<HTMLElement>('main h1')?.focus();
  }

  return (
    <Box sx={{ minHeight: '100dvh' }}>
      <Link component="button" onClick={skipToContent} sx={skipLink}>
        {de.app.skipToContent}
      </Link>
      <Box component="header" ref={bar} sx={header}>
        <Box
          sx={{
            display: 'flex',
            alignItems: 'center',
            gap: 1,
            minWidth: 0,
            flex: { xs: '1 1 8rem', md: '0 1 auto' },
          }}
        >
          <Logo />
          <Typography component="p" noWrap sx={{ fontWeight: 650 }}>
            {de.app.name}
            <Box component="span" sx={{ fontWeight: 400, color: 'text.secondary', ml: 1 }}>
              {municipality?.kind === 'municipality' ? municipality.name : ''}
            </Box>
          </Typography>
        </Box>
        <Box
          sx={{
            order: { xs: 3, md: 2 },
            flexBasis: { xs: '100%', md: 'auto' },
            ml: { md: 'auto' },
            minWidth: 0,
          }}
        >
          <SyncStatus />
        </Box>
        <Box sx={{ order: { xs: 2, md: 3 }, ml: { xs: 'auto', md: 0 } }}>{account}</Box>
      </Box>
      {banner}
      <Box
        sx={{ display: { md: 'grid' }, displayPrint: 'block', gridTemplateColumns: '17.5rem minmax(0, 1fr)' }}
      >
        <Box component="nav" aria-label={de.app.navigation} sx={navigation}>
          <Box component="ul" sx={links}>
            <EntryLink place={place} />
            <InboxLinks place={place} />
            <TasksLink place={place} />
            <CalendarLink place={place} />
            <QueueLink place={place} />
            <OutageLink place={place} />
            <FeesLink place={place} />
            <LoadLink place={place} />
            <RefusedLink place={place} />
            <FiguresLink place={place} />
            <AdminLink place={place} />
          </Box>
        </Box>
        <Box component="main" sx={{ px: { xs: 2, md: 4 }, py: 3, minWidth: 0, maxWidth: 1560 }}>
          {children}
        </Box>
      </Box>
    </Box>
  );
}

/** Tells sticky headings below how high the bar is; it grows with the text size and its words. */
function useBarHeight(bar: { readonly current: HTMLElement | null }): void {
  useLayoutEffect(() => {
    const element = bar.current;
    if (!element) return;
    const root = document.documentElement.style;
    const observer = new ResizeObserver(() => {
      const isSticky = getComputedStyle(element).position === 'sticky';
      root.setProperty('--app-bar-height', `${isSticky ? element.offsetHeight : 0}px`);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [bar]);
}

const header = {
  displayPrint: 'none',
  position: { xs: 'static', md: 'sticky' },
  top: 0,
  zIndex: 2,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 2,
  rowGap: 0.5,
  minHeight: '3.5rem',
  px: { xs: 2, md: 2.5 },
  py: 0.75,
  bgcolor: 'background.paper',
  borderBottom: 1,
  borderColor: 'divider',
} as const;

const navigation = {
  displayPrint: 'none',
  px: { xs: 1, md: 1.5 },
  py: { xs: 1, md: 3 },
  borderBottom: { xs: 1, md: 0 },
  borderColor: { xs: 'divider', md: 'transparent' },
  position: { md: 'sticky' },
  top: { md: 'var(--app-bar-height)' },
  alignSelf: 'start',
} as const;

const links = {
  display: { xs: 'flex', md: 'grid' },
  flexWrap: 'wrap',
  gap: 0.25,
  listStyle: 'none',
  m: 0,
  p: 0,
} as const;

const skipLink = {
  displayPrint: 'none',
  position: 'absolute',
  left: 8,
  top: -80,
  zIndex: 3,
  p: 1,
  bgcolor: 'background.paper',
  '&:focus': { top: 8 },
} as const;
