import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { de } from '../../texts/de.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Part } from '../../ui/part.tsx';
import { SubmitForm } from '../../ui/submit-form.tsx';
import { ArrivedRows } from './arrived-rows.tsx';
import { GivenRows } from './given-rows.tsx';
import { useNoting } from './use-noting.ts';
import { VisitRows } from './visit-rows.tsx';

/** Everything that was written on a sheet by hand, entered in one go (K14). */
export function NotingPart() {
  const noting = useNoting();
  const text = de.outage.noting;
  if (noting === undefined) return <LinearProgress aria-label={de.outage.loading} />;
  const { draft, counters, counter, on, said, change } = noting;
  if (counter === undefined)
    return (
      <Part title={text.title}>
        <Typography color="textSecondary">{de.outage.noCounters}</Typography>
      </Part>
    );
  return (
    <Part title={text.title}>
      <Typography color="textSecondary" sx={{ maxWidth: '48rem' }}>
        {text.lead}
      </Typography>
      <SubmitForm onSubmit={noting.save}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 2, maxWidth: '36rem' }}>
          <Box sx={{ flex: '1 1 14rem' }}>
            <DateField
              label={text.day}
              text={draft.day}
              onChange={(day) => change({ day })}
              problem={on === undefined ? text.badDay : undefined}
            />
          </Box>
          <TextField
            select
            label={text.counter}
            value={counter.id}
            onChange={({ target }) =>
              change({ counterId: counters.find(({ id }) => id === target.value)?.id ?? null })
            }
            slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
            sx={{ flex: '1 1 14rem' }}
          >
            {counters.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </TextField>
        </Box>
        <ArrivedRows noting={noting} />
        <VisitRows noting={noting} />
        <GivenRows noting={noting} />
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, mt: 3 }}>
          <Button type="submit" variant="contained" disabled={noting.isBusy || on === undefined}>
            {text.save}
          </Button>
          <Box role="status" sx={{ flex: 1, minWidth: '14rem' }}>
            {said && <Alert severity={said.severity}>{said.sentence}</Alert>}
          </Box>
        </Box>
      </SubmitForm>
    </Part>
  );
}
