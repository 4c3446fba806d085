import type { Case } from '@amtsstube/shared/domain/case';
import { caseViewsId } from '@amtsstube/shared/domain/case-views';
import { formatInstant, type Instant, instantOf, millisecondsOf } from '@amtsstube/shared/domain/time';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useMemo, useState } from 'react';
import { de } from '../../../texts/de.ts';
import { useDesk } from '../../../ui/desk-context.tsx';
import { useNameOf } from '../../../ui/names.ts';
import { Part } from '../../../ui/part.tsx';
import { useObservable } from '../../../ui/use-observable.ts';
import { useRecordView } from './use-record-view.ts';

/** Who looked at the case: to leads. To everybody, that it is noted. */
export function ViewsPart({ openCase }: { readonly openCase: Case }) {
  const { actor } = useDesk().desk;
  useRecordView(openCase);
  if (actor.kind !== 'clerk' || actor.role === 'clerk')
    return (
      <Typography variant="body2" color="textSecondary" sx={{ displayPrint: 'none' }}>
        {de.work.views.said}
      </Typography>
    );
  return <SeenBy openCase={openCase} />;
}

function SeenBy({ openCase }: { readonly openCase: Case }) {
  const [months, setMonths] = useState(1);
  const [now] = useState(() => instantOf(Date.now()));
  const text = de.work.views;
  return (
    <Box sx={{ displayPrint: 'none' }}>
      <Part title={text.title}>
        <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
          {text.said} {text.help}
        </Typography>
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {Array.from({ length: months }, (_, back) => monthsBefore(now, back)).map((at) => (
            <SeenInMonth key={at} caseId={openCase.id} at={at} />
          ))}
        </Box>
        <Button size="small" sx={{ ml: -0.5 }} onClick={() => setMonths(months + 1)}>
          {text.earlier}
        </Button>
      </Part>
    </Box>
  );
}

function SeenInMonth({ caseId, at }: { readonly caseId: Case['id']; readonly at: Instant }) {
  const { desk } = useDesk();
  const nameOf = useNameOf();
  const id = caseViewsId(caseId, at);
  const seen = useObservable(
    useMemo(() => desk.watch('views', id), [desk, id]),
    undefined,
  );
  const views = seen?.document.views ?? [];
  const [year, month] = id.slice(-7).split('-');
  if (views.length === 0)
    return (
      <Box component="li" sx={{ color: 'text.secondary' }}>
        {de.work.views.none(`${month}/${year}`)}
      </Box>
    );
  return views.toReversed().map((view) => (
    <li key={`${view.byId} ${view.at}`}>
      {formatInstant(view.at)} · {nameOf(view.byId)}
    </li>
  ));
}

/** A moment in the middle of that month. */
function monthsBefore(now: Instant, months: number): Instant {
  if (months === 0) return now;
  const then = new Date(millisecondsOf(now));
  return instantOf(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() - months, 15));
}
