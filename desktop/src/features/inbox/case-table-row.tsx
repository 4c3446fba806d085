import type { LocalDate } from '@amtsstube/shared/domain/time';
import { type MouseEvent, memo } from 'react';
import type { CaseRow } from '../../data/desk.ts';
import { de } from '../../texts/de.ts';
import { ExpectedRefusedMark } from '../../ui/expected-refused-mark.tsx';
import { hrefOf } from '../../ui/place.ts';
import { goTo } from '../../ui/use-place.ts';
import { WaitingMark } from '../../ui/waiting-mark.tsx';
import { cellContent } from './case-cell.tsx';
import { type CaseColumn, fixedColumn } from './case-columns.ts';
import { hasOwnLine } from './case-table-style.ts';
import type { Naming } from './sort-key.ts';

interface CaseTableRowProps {
  readonly row: CaseRow;
  readonly index: number;
  readonly columns: readonly CaseColumn[];
  /** The row that Tab reaches. */
  readonly isReachable: boolean;
  readonly isSelected: boolean;
  readonly isNew: boolean;
  readonly isExpectedRefused: boolean;
  readonly naming: Naming;
  readonly today: LocalDate;
  readonly onFocus: (index: number) => void;
  readonly onSelect: (index: number, isRange: boolean) => void;
}

/** One case. The file reference is the link; a click anywhere in the row follows it, with Strg or Umschalt it selects. */
export const CaseTableRow = memo(function CaseTableRow(props: CaseTableRowProps) {
  const { row, index, columns, isReachable, isSelected, naming, today, onFocus, onSelect } = props;
  const { caseRecord } = row;
  const place = { screen: 'case', caseId: caseRecord.id } as const;
  const reference = caseRecord.fileReference || de.cases.noReference;

  function onClick(event: MouseEvent<HTMLElement>) {
    const { target, shiftKey, ctrlKey, metaKey } = event;
    if (target instanceof Element && target.closest('a, input')) return;
    if (shiftKey || ctrlKey || metaKey) onSelect(index, shiftKey);
    else if (getSelection()?.isCollapsed !== false) goTo(place);
  }

  let others = 0;
  return (
    <tr
      className="case-row"
      aria-rowindex={index + 2}
      data-row={index}
      data-selected={isSelected || undefined}
      onClick={onClick}
      // a range is chosen, not marked as text
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
      onFocus={() => onFocus(index)}
    >
      <td className="case-cell case-check-cell">
        <input
          type="checkbox"
          className="case-check"
          aria-label={de.inbox.selection.one(reference)}
          checked={isSelected}
          tabIndex={isReachable ? 0 : -1}
          onChange={(event) => onSelect(index, (event.nativeEvent as globalThis.MouseEvent).shiftKey)}
        />
      </td>
      {columns.map((column) => {
        if (column === fixedColumn)
          return (
            <td className="case-cell" data-column={column} key={column}>
              <a href={hrefOf(place)} className="case-link" tabIndex={isReachable ? 0 : -1}>
                {reference}
              </a>
              {props.isNew && <span className="case-new">{de.inbox.news.mark}</span>}
              {row.waiting.length > 0 && (
                <span className="case-marks">
                  {props.isExpectedRefused ? <ExpectedRefusedMark /> : <WaitingMark />}
                </span>
              )}
            </td>
          );
        const content = cellContent(row, column, naming, today);
        const side = hasOwnLine(column) ? undefined : others++ % 2 === 0 ? 'left' : 'right';
        return (
          <td
            className="case-cell"
            key={column}
            data-column={column}
            data-side={side}
            title={typeof content === 'string' ? content : undefined}
          >
            {content}
          </td>
        );
      })}
    </tr>
  );
});
