import Box from '@mui/material/Box';
import {
  type KeyboardEvent,
  type Ref,
  useCallback,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { CaseRow } from '../../data/desk.ts';
import { useExpectedRefused } from '../../ui/use-expected-refused.ts';
import type { CaseNews } from '../../ui/use-news.ts';
import { remInPixels, useRowWindow } from '../../ui/use-row-window.ts';
import { useToday } from '../../ui/use-today.ts';
import type { CaseColumn } from './case-columns.ts';
import { CaseTableHead } from './case-table-head.tsx';
import { CaseTableRow } from './case-table-row.tsx';
import { rowRem, tableStyle } from './case-table-style.ts';
import type { Sorting } from './list-state.ts';
import type { Naming } from './sort-key.ts';
import { targetRow } from './target-row.ts';
import type { Selecting } from './use-selection.ts';

export interface CaseTableFocus {
  focusFirst(): void;
}

interface CaseTableProps {
  readonly ref: Ref<CaseTableFocus>;
  readonly label: string;
  readonly rows: readonly CaseRow[];
  readonly columns: readonly CaseColumn[];
  readonly asCards: boolean;
  readonly naming: Naming;
  readonly news: CaseNews;
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
  readonly selecting: Selecting;
}

/**
 * The list of cases: a table by role, a grid by style (cards where it is narrow), drawn only around what is in sight.
 * Arrows, page and end keys move from row to row, with Shift they select on the way; Space selects the row, Enter follows
 * its link.
 */
export function CaseTable(props: CaseTableProps) {
  const { ref, label, rows, columns, asCards, naming, news, sorting, onSort, selecting } = props;
  const rowHeight = remInPixels(rowRem(columns, asCards));
  const body = useRef<HTMLTableSectionElement>(null);
  const drawn = useRowWindow(body, rows.length, rowHeight);
  const [active, setActive] = useState(0);
  const reachable = Math.min(Math.max(active, drawn.first), drawn.end - 1);
  const today = useToday();
  const expectedRefused = useExpectedRefused();
  const style = useMemo(() => tableStyle(columns, asCards), [columns, asCards]);
  const { selection, toggle, extendTo } = selecting;

  function focusRow(index: number) {
    const target = Math.min(Math.max(index, 0), rows.length - 1);
    setActive(target);
    scrollToRow(target);
    // a row far away is drawn only after the scroll event
    requestAnimationFrame(() => requestAnimationFrame(() => linkOf(target)?.focus({ preventScroll: true })));
    return target;
  }

  function scrollToRow(index: number) {
    const listTop = (body.current?.getBoundingClientRect().top ?? 0) + scrollY;
    const top = listTop + index * rowHeight;
    const hidden = remInPixels(asCards ? 8 : 7);
    if (top < scrollY + hidden) scrollTo({ top: top - hidden });
    else if (top + rowHeight > scrollY + innerHeight) scrollTo({ top: top + rowHeight - innerHeight + 8 });
  }

  function linkOf(index: number): HTMLElement | null | undefined {
    return body.current?.querySelector<HTMLElement>(`[data-row="${index}"] a`);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const isOnLink = event.target instanceof Element && event.target.closest('a') !== null;
    const target = targetRow(event.key, reachable, rows.length);
    if (target !== undefined) {
      const reached = focusRow(target);
      if (event.shiftKey) extendTo(reached, reachable);
    } else if (event.key === ' ' && isOnLink) toggle(reachable);
    else if (event.key === 'Escape' && selection.ids.size > 0) selecting.clear();
    else return;
    event.preventDefault();
  }

  const onSelect = useCallback(
    (index: number, isRange: boolean) => (isRange ? extendTo(index, undefined) : toggle(index)),
    [extendTo, toggle],
  );
  useImperativeHandle(ref, () => ({ focusFirst: () => void focusRow(0) }));

  return (
    <Box
      component="table"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      sx={style}
    >
      <CaseTableHead
        columns={columns}
        sorting={sorting}
        onSort={onSort}
        asCards={asCards}
        selected={selecting.extent}
        onSelectAll={(isSelected) => (isSelected ? selecting.selectAll() : selecting.clear())}
      />
      <tbody
        ref={body}
        onKeyDown={onKeyDown}
        style={{
          paddingTop: drawn.first * rowHeight,
          paddingBottom: Math.max(0, rows.length - drawn.end) * rowHeight,
        }}
      >
        {rows.slice(drawn.first, drawn.end).map((row, offset) => {
          const index = drawn.first + offset;
          const { caseRecord, waiting } = row;
          return (
            <CaseTableRow
              key={caseRecord.id}
              row={row}
              index={index}
              columns={columns}
              isReachable={index === reachable}
              isSelected={selection.ids.has(caseRecord.id)}
              isNew={waiting.length === 0 && news.isNew(caseRecord)}
              isExpectedRefused={waiting.some((opId) => expectedRefused.has(opId))}
              naming={naming}
              today={today}
              onFocus={setActive}
              onSelect={onSelect}
            />
          );
        })}
      </tbody>
    </Box>
  );
}
