import type { Counter } from '@amtsstube/shared/domain/counter';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../texts/de.ts';
import { ActionNotice } from '../../ui/action-notice.tsx';
import { ListRow, RowList } from '../../ui/list-row.tsx';
import { useSettingName } from '../../ui/names.ts';
import { Part } from '../../ui/part.tsx';
import { hrefOf } from '../../ui/place.ts';
import { useAction } from '../../ui/use-action.ts';
import { useCounters, useDepartments } from './admin-lists.ts';
import { CounterDialog } from './counter-dialog.tsx';

type Asking = { readonly what: 'new' } | { readonly what: 'change'; readonly counter: Counter };

/** The counters (Schalter) where citizens are received, each with its department. */
export function CountersPart() {
  const { active, former } = useCounters();
  const hasDepartments = useDepartments().active.length > 0;
  const nameOf = useSettingName();
  const [asking, setAsking] = useState<Asking>();
  const action = useAction();
  // a dialog doesn't begin with what went wrong in another
  const ask = (what: Asking) => {
    action.reset();
    setAsking(what);
  };
  const text = de.admin.counters;
  const put = (what: 'close' | 'reopen', { id }: Counter) =>
    void action.perform('putCounter', { action: what, counterId: id });

  return (
    <Part title={text.title}>
      <Button
        variant="contained"
        disabled={!hasDepartments}
        onClick={() => ask({ what: 'new' })}
        sx={{ mb: 1 }}
      >
        {text.add}
      </Button>{' '}
      <Button href={hrefOf({ screen: 'hours' })} sx={{ mb: 1 }}>
        {text.hours}
      </Button>
      <Box sx={{ mb: 1 }}>
        <ActionNotice state={action.state} />
      </Box>
      {active.length === 0 && <Typography>{hasDepartments ? text.none : text.noDepartment}</Typography>}
      <RowList>
        {active.map((counter) => (
          <ListRow key={counter.id} name={counter.name} facts={nameOf(counter.departmentId)}>
            <Button
              href={hrefOf({ screen: 'hours', counterId: counter.id })}
              aria-label={de.hours.openOne(counter.name)}
            >
              {de.hours.open}
            </Button>
            <Button
              onClick={() => ask({ what: 'change', counter })}
              aria-label={text.changeOne(counter.name)}
            >
              {text.change}
            </Button>
            <Button onClick={() => put('close', counter)} aria-label={text.closeOne(counter.name)}>
              {text.close}
            </Button>
          </ListRow>
        ))}
      </RowList>
      {former.length > 0 && (
        <>
          <Typography component="h3" variant="h3">
            {text.former}
          </Typography>
          <RowList>
            {former.map((counter) => (
              <ListRow key={counter.id} name={counter.name} facts={nameOf(counter.departmentId)}>
                <Button onClick={() => put('reopen', counter)} aria-label={text.reopenOne(counter.name)}>
                  {text.reopen}
                </Button>
              </ListRow>
            ))}
          </RowList>
        </>
      )}
      {asking && (
        <CounterDialog
          counter={asking.what === 'change' ? asking.counter : undefined}
          action={action}
          onClose={() => setAsking(undefined)}
        />
      )}
    </Part>
  );
}
