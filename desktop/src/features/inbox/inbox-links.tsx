import FolderShared from '@mui/icons-material/FolderSharedOutlined';
import Inbox from '@mui/icons-material/InboxOutlined';
import Layers from '@mui/icons-material/LayersOutlined';
import type { ReactNode } from 'react';
import { de } from '../../texts/de.ts';
import { NavLink } from '../../ui/nav-link.tsx';
import { hrefOf, type InboxView, inboxViews, type Place } from '../../ui/place.ts';
import { useCaseCounts } from './use-case-list.ts';

const icons: Record<InboxView, ReactNode> = {
  unassigned: <Inbox aria-hidden />,
  mine: <FolderShared aria-hidden />,
  all: <Layers aria-hidden />,
};

/** The lists of cases in the main navigation. */
export function InboxLinks({ place }: { readonly place: Place }) {
  const counts = useCaseCounts();
  return inboxViews.map((view) => (
    <NavLink
      key={view}
      href={hrefOf({ screen: 'inbox', view })}
      isCurrent={place.screen === 'inbox' && place.view === view}
      icon={icons[view]}
      label={de.inbox.views[view]}
      count={counts?.[view]}
    />
  ));
}
