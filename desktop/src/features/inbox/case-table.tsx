import Box from '@mui/material/Box';
import { type KeyboardEvent, type Ref, useImperativeHandle, useRef, useState } from 'react';
import type { CaseRow } from '../../data/desk.ts';
import { useIsNarrow } from '../../ui/use-is-narrow.ts';
import { remInPixels, useRowWindow } from '../../ui/use-row-window.ts';
import { CaseTableHead } from './case-table-head.tsx';
import { CaseTableRow } from './case-table-row.tsx';
import { type Naming, type Sorting, sortColumns } from './list-cases.ts';

export interface CaseTableFocus {
  focusFirst(): void;
}

interface CaseTableProps {
  readonly ref: Ref<CaseTableFocus>;
  readonly label: string;
  readonly rows: readonly CaseRow[];
  readonly naming: Naming;
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
}

const rowRem = { wide: 3.25, narrow: 6.25 };
const pageRows = 10;

/**
 * The list of cases: a table by role, a grid by style (cards where it is narrow), drawn only around what is in sight.
 * One stop for Tab; arrows, page and end keys move from row to row, Enter follows the row's link.
 */
export function CaseTable({ ref, label, rows, naming, sorting, onSort }: CaseTableProps) {
  const isNarrow = useIsNarrow();
  const rowHeight = remInPixels(isNarrow ? rowRem.narrow : rowRem.wide);
  const body = useRef<HTMLDivElement>(null);
  const drawn = useRowWindow(body, rows.length, rowHeight);
  const [active, setActive] = useState(0);
  const reachable = Math.min(Math.max(active, drawn.first), drawn.end - 1);

  function focusRow(index: number) {
    const target = Math.min(Math.max(index, 0), rows.length - 1);
    setActive(target);
    scrollToRow(target);
    // a row far away is drawn only after the scroll event
    requestAnimationFrame(() => requestAnimationFrame(() => linkOf(target)?.focus({ preventScroll: true })));
  }

  function scrollToRow(index: number) {
    const listTop = (body.current?.getBoundingClientRect().top ?? 0) + scrollY;
    const top = listTop + index * rowHeight;
    const hidden = remInPixels(isNarrow ? 8 : 7);
    if (top < scrollY + hidden) scrollTo({ top: top - hidden });
    else if (top + rowHeight > scrollY + innerHeight) scrollTo({ top: top + rowHeight - innerHeight + 8 });
  }

  function linkOf(index: number): HTMLElement | null | undefined {
    return body.current?.querySelector<HTMLElement>(`[data-row="${index}"] a`);
  }

  function onKeyDown(event: KeyboardEvent) {
    const target = targetOf(event.key, reachable, rows.length);
    if (target === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    focusRow(target);
  }

  useImperativeHandle(ref, () => ({ focusFirst: () => focusRow(0) }));

  return (
    <Box role="table" aria-label={label} aria-rowcount={rows.length + 1} aria-colcount={sortColumns.length}>
      <CaseTableHead sorting={sorting} onSort={onSort} isNarrow={isNarrow} />
      <Box
        role="rowgroup"
        ref={body}
        onKeyDown={onKeyDown}
        sx={{
          pt: `${drawn.first * rowHeight}px`,
          pb: `${Math.max(0, rows.length - drawn.end) * rowHeight}px`,
        }}
      >
        {rows.slice(drawn.first, drawn.end).map((row, offset) => {
          const index = drawn.first + offset;
          return (
            <CaseTableRow
              key={row.caseRecord.id}
              row={row}
              index={index}
              height={rowHeight}
              isNarrow={isNarrow}
              isReachable={index === reachable}
              naming={naming}
              onFocus={setActive}
            />
          );
        })}
      </Box>
    </Box>
  );
}

function targetOf(key: string, from: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return from + 1;
    case 'ArrowUp':
      return from - 1;
    case 'PageDown':
      return from + pageRows;
    case 'PageUp':
      return from - pageRows;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
