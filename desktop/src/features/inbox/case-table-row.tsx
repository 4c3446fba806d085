import { formatLocalDate, localDateOf } from '@amtsstube/shared/domain/time';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import type { ReactNode } from 'react';
import type { CaseRow } from '../../data/desk.ts';
import { de } from '../../texts/de.ts';
import { hrefOf } from '../../ui/place.ts';
import { shownStatus } from '../../ui/shown-status.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import { goTo } from '../../ui/use-place.ts';
import { WaitingMark } from '../../ui/waiting-mark.tsx';
import { columnTemplate } from './case-table-head.tsx';
import type { Naming } from './list-cases.ts';

interface CaseTableRowProps {
  readonly row: CaseRow;
  readonly index: number;
  readonly height: number;
  readonly isNarrow: boolean;
  /** The row that Tab reaches. */
  readonly isReachable: boolean;
  readonly naming: Naming;
  readonly onFocus: (index: number) => void;
}

/** One case. The file reference is the link; a click anywhere in the row follows it. */
export function CaseTableRow({
  row,
  index,
  height,
  isNarrow,
  isReachable,
  naming,
  onFocus,
}: CaseTableRowProps) {
  const { caseRecord, waiting } = row;
  const place = { screen: 'case', caseId: caseRecord.id } as const;
  return (
    <Box
      role="row"
      aria-rowindex={index + 2}
      data-row={index}
      onClick={(event) => {
        const onLink = event.target instanceof Element && event.target.closest('a');
        if (!onLink && getSelection()?.isCollapsed !== false) goTo(place);
      }}
      onFocus={() => onFocus(index)}
      sx={{ ...rowStyle, ...(isNarrow ? card : line), height }}
    >
      <Cell area="reference">
        <Link
          href={hrefOf(place)}
          tabIndex={isReachable ? 0 : -1}
          underline="hover"
          sx={{ fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}
        >
          {caseRecord.fileReference || de.cases.noReference}
        </Link>
      </Cell>
      <Cell area="applicant">{caseRecord.applicantName}</Cell>
      <Cell area="service">{naming.serviceName(caseRecord.serviceId)}</Cell>
      <Cell area="status">
        <StatusMark status={shownStatus(caseRecord)} />
        {waiting.length > 0 && (
          <Box component="span" sx={{ display: 'block', fontSize: '0.8125rem', lineHeight: 1.2 }}>
            <WaitingMark />
          </Box>
        )}
      </Cell>
      <Cell area="received">{formatLocalDate(localDateOf(caseRecord.submittedAt))}</Cell>
      <Cell area="assignee">{naming.assigneeName(caseRecord.assigneeId)}</Cell>
    </Box>
  );
}

function Cell({ area, children }: { readonly area: string; readonly children: ReactNode }) {
  return (
    <Box
      role="cell"
      title={typeof children === 'string' ? children : undefined}
      sx={{ gridArea: area, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
    >
      {children}
    </Box>
  );
}

const rowStyle = {
  display: 'grid',
  boxSizing: 'border-box',
  alignItems: 'center',
  px: 1.5,
  borderBottom: 1,
  borderColor: 'divider',
  cursor: 'pointer',
  '&:hover': { bgcolor: 'action.hover' },
  '&:focus-within': { bgcolor: 'action.selected' },
} as const;

const line = {
  gridTemplateColumns: columnTemplate,
  gridTemplateAreas: '"reference applicant service status received assignee"',
  columnGap: 1.5,
} as const;

const card = {
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  gridTemplateAreas: '"reference received" "applicant status" "service assignee"',
  columnGap: 1.5,
  py: 0.75,
} as const;
