import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useEffect, useRef } from 'react';
import { de } from '../../texts/de.ts';
import { listedCases } from '../../ui/listed-cases.ts';
import { hrefOf, type InboxView } from '../../ui/place.ts';
import { useRemembered } from '../../ui/remembered.ts';
import { ScreenTitle } from '../../ui/screen-title.tsx';
import { useIsNarrow } from '../../ui/use-is-narrow.ts';
import { useIsWhole } from '../../ui/use-is-whole.ts';
import { goTo } from '../../ui/use-place.ts';
import { CaseTable, type CaseTableFocus } from './case-table.tsx';
import { EmptyList } from './empty-list.tsx';
import { type Sorting, sortColumns } from './list-cases.ts';
import { SearchField } from './search-field.tsx';
import { SortSelect } from './sort-select.tsx';
import { useCaseList } from './use-case-list.ts';

/** The inbox and the other lists of cases: what came in, what is mine, everything. */
export function InboxScreen({ view }: { readonly view: InboxView }) {
  const [query, setQuery] = useRemembered('inbox.query', (kept) => (typeof kept === 'string' ? kept : ''));
  const [sorting, setSorting] = useRemembered('inbox.sorting', parseSorting);
  const { rows, foundInAll, naming } = useCaseList(view, query, sorting);
  const isWhole = useIsWhole();
  const table = useRef<CaseTableFocus>(null);
  const isNarrow = useIsNarrow();

  useEffect(() => {
    if (rows) listedCases.note(rows.map(({ caseRecord }) => caseRecord.id));
  }, [rows]);

  function openFirst() {
    const first = rows?.[0];
    if (first) goTo({ screen: 'case', caseId: first.caseRecord.id });
  }

  return (
    <>
      <ScreenTitle title={de.inbox.views[view]} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, my: 2 }}>
        <SearchField
          query={query}
          onChange={setQuery}
          onArrowDown={() => table.current?.focusFirst()}
          onEnter={openFirst}
        />
        {isNarrow && <SortSelect sorting={sorting} onChange={setSorting} />}
        <Typography role="status" color="textSecondary" sx={{ ml: 'auto' }}>
          {rows && (isWhole ? de.inbox.found(rows.length) : de.inbox.foundSoFar(rows.length))}
        </Typography>
      </Box>
      {(rows === undefined || (rows.length === 0 && !isWhole)) && <LoadingList />}
      {rows?.length === 0 && isWhole && (
        <EmptyList
          view={view}
          query={query.trim()}
          foundInAll={foundInAll}
          allHref={hrefOf({ screen: 'inbox', view: 'all' })}
        />
      )}
      {rows !== undefined && rows.length > 0 && (
        <CaseTable
          key={view}
          ref={table}
          label={de.inbox.table(de.inbox.views[view])}
          rows={rows}
          naming={naming}
          sorting={sorting}
          onSort={setSorting}
        />
      )}
    </>
  );
}

function LoadingList() {
  return (
    <Box role="status" aria-label={de.inbox.loading}>
      {['a', 'b', 'c', 'd', 'e', 'f'].map((key) => (
        <Skeleton key={key} height={52} />
      ))}
    </Box>
  );
}

const newestFirst: Sorting = { by: 'receivedOn', direction: 'desc' };

function parseSorting(kept: unknown): Sorting {
  if (typeof kept !== 'object' || kept === null || !('by' in kept) || !('direction' in kept))
    return newestFirst;
  const by = sortColumns.find((column) => column === kept.by);
  return by ? { by, direction: kept.direction === 'asc' ? 'asc' : 'desc' } : newestFirst;
}
