import type { Clerk } from '@amtsstube/shared/domain/clerk';
import type { ClerkId, DepartmentId } from '@amtsstube/shared/domain/ids';
import { formatLocalDate, localDateOf } from '@amtsstube/shared/domain/time';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type ReactNode, useMemo, useState } from 'react';
import { de } from '../../../texts/de.ts';
import { AbsenceDialog } from '../../../ui/absence/absence-dialog.tsx';
import { useHolderAway } from '../../../ui/absence/use-absence.ts';
import { deadlineStateOn } from '../../../ui/deadline-state.ts';
import { useDesk } from '../../../ui/desk-context.tsx';
import { compareGerman } from '../../../ui/german-text.ts';
import { useClerks } from '../../../ui/names.ts';
import { ScreenTitle } from '../../../ui/screen-title.tsx';
import { useIsWhole } from '../../../ui/use-is-whole.ts';
import { useReplayed } from '../../../ui/use-replayed.ts';
import { useToday } from '../../../ui/use-today.ts';
import { type Load, loadByClerk, loadOf } from './load-of.ts';
import { loadTable } from './load-table-style.ts';
import { mayLead } from './may-lead.ts';
import { useShowCasesOf } from './use-show-cases-of.ts';

/** For leads: who has how much, what of it is overdue, and who is away. */
export function LoadScreen() {
  const { actor } = useDesk().desk;
  const text = de.work.load;
  return (
    <>
      <ScreenTitle title={text.title} />
      {actor.kind === 'clerk' && mayLead(actor) ? (
        <ShownLoad departmentIds={actor.departmentIds} ownId={actor.clerkId} />
      ) : (
        <Typography>{text.notAllowed}</Typography>
      )}
    </>
  );
}

interface ShownLoadProps {
  readonly departmentIds: readonly DepartmentId[];
  readonly ownId: ClerkId;
}

function ShownLoad({ departmentIds, ownId }: ShownLoadProps) {
  const { desk } = useDesk();
  const rows = useReplayed(desk.caseList$, undefined);
  const isWhole = useIsWhole();
  const today = useToday();
  const awayOf = useHolderAway();
  const showCasesOf = useShowCasesOf();
  const [absent, setAbsent] = useState<Clerk>();
  const clerks = useClerks()
    .filter((clerk) => clerk.deactivatedAt === undefined)
    .filter((clerk) => clerk.departmentIds.some((id) => departmentIds.includes(id)))
    .toSorted((left, right) => compareGerman(left.name, right.name));
  const loads = useMemo(
    () => loadByClerk(rows ?? [], departmentIds, deadlineStateOn(today)),
    [rows, departmentIds, today],
  );
  const text = de.work.load;

  return (
    <>
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {isWhole ? text.help : text.reading}
      </Typography>
      <Box component="table" sx={loadTable} aria-label={text.title}>
        <thead>
          <tr>
            {text.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <LoadRow name={text.nobody} load={loadOf(loads, null)} away="" onCases={() => showCasesOf(null)} />
          {clerks.map((clerk) => (
            <LoadRow
              key={clerk.id}
              name={clerk.name}
              load={loadOf(loads, clerk.id)}
              away={awayOf(clerk.id)}
              onCases={() => showCasesOf(clerk.id)}
            >
              <Button size="small" aria-label={text.absenceOf(clerk.name)} onClick={() => setAbsent(clerk)}>
                {text.absence}
              </Button>
            </LoadRow>
          ))}
        </tbody>
      </Box>
      {absent && (
        <AbsenceDialog clerk={absent} isOwn={absent.id === ownId} onClose={() => setAbsent(undefined)} />
      )}
    </>
  );
}

interface LoadRowProps {
  readonly name: string;
  readonly load: Load;
  readonly away: string;
  readonly onCases: () => void;
  readonly children?: ReactNode;
}

function LoadRow({ name, load, away, onCases, children }: LoadRowProps) {
  const text = de.work.load;
  const [, open, overdue, soon, waiting, oldest] = text.columns;
  return (
    <tr>
      <th scope="row">
        {name}
        {away !== '' && (
          <Typography component="div" variant="body2" color="textSecondary">
            {away}
          </Typography>
        )}
      </th>
      <td data-label={open}>{text.count(load.open)}</td>
      <td data-label={overdue} data-urgent={load.overdue > 0 || undefined}>
        {text.count(load.overdue)}
      </td>
      <td data-label={soon}>{text.count(load.soon)}</td>
      <td data-label={waiting}>{text.count(load.waiting)}</td>
      <td data-label={oldest}>{load.oldestAt ? formatLocalDate(localDateOf(load.oldestAt)) : '–'}</td>
      <td>
        <Button size="small" disabled={load.open === 0} aria-label={text.casesOf(name)} onClick={onCases}>
          {text.cases}
        </Button>
        {children}
      </td>
    </tr>
  );
}
