import Alarm from '@mui/icons-material/AlarmOutlined';
import BookmarkBorder from '@mui/icons-material/BookmarkBorder';
import FolderShared from '@mui/icons-material/FolderSharedOutlined';
import Inbox from '@mui/icons-material/InboxOutlined';
import Layers from '@mui/icons-material/LayersOutlined';
import SupervisorAccount from '@mui/icons-material/SupervisorAccountOutlined';
import type { ReactNode } from 'react';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { NavLink } from '../../ui/nav-link.tsx';
import { hrefOf, type InboxView, inboxViews, type Place } from '../../ui/place.ts';
import { useCaseCounts } from './use-case-list.ts';
import { useSavedViews } from './use-list-setup.ts';

const icons: Record<InboxView, ReactNode> = {
  due: <Alarm aria-hidden />,
  unassigned: <Inbox aria-hidden />,
  mine: <FolderShared aria-hidden />,
  deputy: <SupervisorAccount aria-hidden />,
  all: <Layers aria-hidden />,
};

/** The lists of cases in the main navigation, and the clerk's own views of them. Standing in for nobody, that list isn't there. */
export function InboxLinks({ place }: { readonly place: Place }) {
  const counts = useCaseCounts();
  const [savedViews] = useSavedViews();
  const { actor } = useDesk().desk;
  const isStandIn = actor.kind === 'clerk' && (actor.deputyFor?.length ?? 0) > 0;
  const savedId = place.screen === 'inbox' ? savedViews.find(({ id }) => id === place.saved)?.id : undefined;
  const isOffered = (view: InboxView) =>
    view !== 'deputy' || isStandIn || (place.screen === 'inbox' && place.view === view);
  return (
    <>
      {inboxViews.filter(isOffered).map((view) => (
        <NavLink
          key={view}
          href={hrefOf({ screen: 'inbox', view })}
          isCurrent={place.screen === 'inbox' && place.view === view && savedId === undefined}
          icon={icons[view]}
          label={de.inbox.views[view]}
          count={counts?.[view]}
          isUrgent={view === 'due' && (counts?.due ?? 0) > 0}
        />
      ))}
      {savedViews.map(({ id, name, view }) => (
        <NavLink
          key={id}
          href={hrefOf({ screen: 'inbox', view, saved: id })}
          isCurrent={savedId === id}
          icon={<BookmarkBorder aria-hidden />}
          label={name}
        />
      ))}
    </>
  );
}
