import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, useState } from 'react';
import { de } from '../../texts/de.ts';
import { useStandInSentence } from '../../ui/absence/use-absence.ts';
import { listedCases } from '../../ui/listed-cases.ts';
import { hrefOf, type InboxView } from '../../ui/place.ts';
import { useRemembered } from '../../ui/remembered.ts';
import { ScreenTitle } from '../../ui/screen-title.tsx';
import { useAfterPaint } from '../../ui/use-after-paint.ts';
import { useIsWhole } from '../../ui/use-is-whole.ts';
import { useNews } from '../../ui/use-news.ts';
import { goTo } from '../../ui/use-place.ts';
import { useShortcuts } from '../../ui/use-shortcuts.ts';
import { neededRem } from './case-columns.ts';
import { hiddenByKind, noFilters } from './case-filters.ts';
import { CaseTable, type CaseTableFocus } from './case-table.tsx';
import { DueGroups } from './due-groups.tsx';
import { DueTasksPart } from './due-tasks-part.tsx';
import { EmptyList } from './empty-list.tsx';
import { useFilterWords } from './filter-words.ts';
import { ListToolbar } from './list-toolbar.tsx';
import { RemovedViewNotice } from './removed-view-notice.tsx';
import type { SavedView } from './saved-views.ts';
import { SelectionBar } from './selection-bar.tsx';
import { useCaseList } from './use-case-list.ts';
import { useFits } from './use-fits.ts';
import { useListSetup } from './use-list-setup.ts';
import { useSelection } from './use-selection.ts';

interface InboxScreenProps {
  readonly view: InboxView;
  /** Id of the clerk's own view that is laid over the list. */
  readonly saved: string | undefined;
}

/**
 * The inbox and the other lists of cases: what came in, what is mine, everything, and the clerk's own views of them. From
 * one list to another the screen stays, because building it anew is most of what a click costs; what belongs to one list
 * (rows, heading, selection) is named by its address.
 */
export function InboxScreen({ view, saved }: InboxScreenProps) {
  const [query, setQuery] = useRemembered('inbox.query', (kept) => (typeof kept === 'string' ? kept : ''));
  const setup = useListSetup(view, saved);
  const { state, change, savedView } = setup;
  // a letter typed is painted at once; the list follows a moment later where there are very many cases
  const searched = useAfterPaint(query);
  const list = useCaseList(view, searched, state);
  const { rows } = list;
  const isWhole = useIsWhole();
  const words = useFilterWords(list.filterContext.clerkId);
  const address = hrefOf(saved === undefined ? { screen: 'inbox', view } : { screen: 'inbox', view, saved });
  const selecting = useSelection(rows ?? noRows, address);
  const news = useNews(list.all);
  const [removed, setRemoved] = useState<{ readonly view: SavedView; readonly from: string }>();
  const standsInFor = useStandInSentence();
  const table = useRef<CaseTableFocus>(null);
  const frame = useRef<HTMLDivElement>(null);
  const asCards = !useFits(frame, neededRem(state.columns));
  useShortcuts({ selectAll: selecting.selectAll });
  const title = savedView?.name ?? de.inbox.views[view];

  useEffect(() => {
    if (rows) listedCases.note(rows);
  }, [rows]);

  function openFirst() {
    const first = list.rowsFor(query)?.[0];
    if (first) goTo({ screen: 'case', caseId: first.caseRecord.id });
  }

  return (
    <Box ref={frame}>
      <ScreenTitle key={`title of ${address}`} title={title} ofWindow={de.inbox.views[view]} />
      {view === 'deputy' && standsInFor !== '' && (
        <Typography color="textSecondary" sx={{ mb: 1 }}>
          {standsInFor}
        </Typography>
      )}
      <RemovedViewNotice
        removed={removed?.from === address ? removed.view : undefined}
        onDone={() => setRemoved(undefined)}
      />
      {view === 'due' && saved === undefined && (
        <>
          <DueGroups
            rows={list.unfiltered}
            filters={state.filters}
            context={list.filterContext}
            onChange={(filters) => change({ filters })}
          />
          <DueTasksPart />
        </>
      )}
      <ListToolbar
        view={view}
        query={query}
        onQuery={setQuery}
        setup={setup}
        list={list}
        words={words}
        news={news}
        isWhole={isWhole}
        asCards={asCards}
        onRemovedView={(removedView) => setRemoved({ view: removedView, from: address })}
        onIntoList={() => table.current?.focusFirst()}
        onOpenFirst={openFirst}
      />
      {(rows === undefined || (rows.length === 0 && !isWhole)) && <LoadingList />}
      {rows?.length === 0 && isWhole && (
        <EmptyList
          view={view}
          query={searched.trim()}
          foundInAll={list.foundInAll}
          allHref={hrefOf({ screen: 'inbox', view: 'all' })}
          hidden={list.unfiltered.length}
          hiding={hiddenByKind(list.unfiltered, state.filters, list.filterContext).map((each) => ({
            ...each,
            values: state.filters[each.kind].map((value) => words.labelOf(each.kind, value)).join(', '),
          }))}
          onDrop={(kind) => change({ filters: { ...state.filters, [kind]: [] } })}
          onReset={() => change({ filters: noFilters })}
        />
      )}
      {rows !== undefined && rows.length > 0 && (
        <CaseTable
          key={`rows of ${address}`}
          ref={table}
          label={de.inbox.table(title)}
          rows={rows}
          columns={state.columns}
          asCards={asCards}
          naming={list.naming}
          news={news}
          sorting={state.sorting}
          onSort={(sorting) => change({ sorting })}
          selecting={selecting}
        />
      )}
      <SelectionBar
        selecting={selecting}
        onSaved={(cases) =>
          // one's own doing is no news
          news.markSeen(cases.map((each) => ({ ...each, eventCount: each.eventCount + 1 })))
        }
        onCleared={() => table.current?.focusFirst()}
      />
    </Box>
  );
}

const noRows: readonly never[] = [];

function LoadingList() {
  return (
    <Box role="status" aria-label={de.inbox.loading}>
      {['a', 'b', 'c', 'd', 'e', 'f'].map((key) => (
        <Skeleton key={key} height={52} />
      ))}
    </Box>
  );
}
