import ViewColumn from '@mui/icons-material/ViewColumnOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { CaseRow } from '../../data/desk.ts';
import { de } from '../../texts/de.ts';
import type { InboxView } from '../../ui/place.ts';
import type { CaseNews } from '../../ui/use-news.ts';
import { noFilters, toggleFilter } from './case-filters.ts';
import { ColumnsDialog } from './columns-dialog.tsx';
import { FilterBar } from './filter-bar.tsx';
import { FilterChips } from './filter-chips.tsx';
import type { FilterWords } from './filter-words.ts';
import type { SavedView } from './saved-views.ts';
import { SearchField } from './search-field.tsx';
import { SortSelect } from './sort-select.tsx';
import type { CaseList } from './use-case-list.ts';
import type { ListSetup } from './use-list-setup.ts';
import { ViewsMenu } from './views-menu.tsx';

interface ListToolbarProps {
  readonly view: InboxView;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly setup: ListSetup;
  readonly list: CaseList;
  readonly words: FilterWords;
  readonly news: CaseNews;
  /** False while more cases are still being read from disk. */
  readonly isWhole: boolean;
  readonly asCards: boolean;
  readonly onRemovedView: (view: SavedView) => void;
  readonly onIntoList: () => void;
  readonly onOpenFirst: () => void;
}

/** Above the list: search, filters, columns, views; which filters are set, how many cases that leaves, how many are new. */
export function ListToolbar(props: ListToolbarProps) {
  const { view, query, onQuery, setup, list, words, news, isWhole, asCards } = props;
  const { state, change } = setup;
  const [isColumnsOpen, setIsColumnsOpen] = useState(false);
  const { rows, unfiltered, filterContext } = list;
  const { filters } = state;
  const fresh = rows ? freshAmong(rows, news) : 0;

  return (
    <Box sx={{ display: 'grid', gap: 1, my: 2 }}>
      <Box sx={line}>
        <SearchField
          query={query}
          onChange={onQuery}
          onArrowDown={props.onIntoList}
          onEnter={props.onOpenFirst}
        />
        {asCards && <SortSelect sorting={state.sorting} onChange={(sorting) => change({ sorting })} />}
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, ml: { sm: 'auto' } }}>
          <ViewsMenu view={view} setup={setup} onRemoved={props.onRemovedView} />
          <Button
            size="small"
            variant="outlined"
            color="inherit"
            startIcon={<ViewColumn aria-hidden />}
            aria-haspopup="dialog"
            onClick={() => setIsColumnsOpen(true)}
          >
            {de.inbox.columnsDialog.open}
          </Button>
        </Box>
      </Box>
      <Box sx={line}>
        <FilterBar
          filters={filters}
          onChange={(changed) => change({ filters: changed })}
          words={words}
          rows={unfiltered}
          context={filterContext}
        />
        <Box sx={{ ...line, columnGap: 1, ml: 'auto' }}>
          {fresh > 0 && (
            <Button size="small" title={de.inbox.news.markSeenHelp} onClick={news.markAllSeen}>
              {de.inbox.news.some(fresh)} · {de.inbox.news.markSeen}
            </Button>
          )}
          {setup.isChanged && (
            <Typography variant="body2" color="textSecondary">
              {de.inbox.savedViews.changed}
            </Typography>
          )}
          <Typography role="status" color="textSecondary">
            {rows &&
              (isWhole
                ? de.inbox.found(rows.length, unfiltered.length - rows.length)
                : de.inbox.foundSoFar(rows.length))}
          </Typography>
        </Box>
      </Box>
      <FilterChips
        filters={filters}
        labelOf={words.labelOf}
        onRemove={(kind, value) => change({ filters: toggleFilter(filters, kind, value) })}
        onReset={() => change({ filters: noFilters })}
      />
      {isColumnsOpen && (
        <ColumnsDialog
          columns={state.columns}
          onChange={(columns) => change({ columns })}
          onClose={() => setIsColumnsOpen(false)}
        />
      )}
    </Box>
  );
}

/** Counted once for each list and what is news: changing to and fro between lists doesn't go through all cases again. */
const counted = new WeakMap<CaseNews, WeakMap<readonly CaseRow[], number>>();

function freshAmong(rows: readonly CaseRow[], news: CaseNews): number {
  const ofNews = counted.get(news) ?? new WeakMap<readonly CaseRow[], number>();
  counted.set(news, ofNews);
  let fresh = ofNews.get(rows);
  if (fresh === undefined) {
    fresh = 0;
    for (const { caseRecord, waiting } of rows)
      if (waiting.length === 0 && news.isNew(caseRecord)) fresh += 1;
    ofNews.set(rows, fresh);
  }
  return fresh;
}

const line = { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, rowGap: 1 } as const;
