import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { de } from '../../../texts/de.ts';
import { useHolderAway } from '../../../ui/absence/use-absence.ts';
import type { Distribution } from './use-distribution.ts';

/** Among whom, and what each would get. */
export function DistributePart({ distribution }: { readonly distribution: Distribution }) {
  const { clerks, isChosen, toggle, outcome } = distribution;
  const awayOf = useHolderAway();
  const labelId = useId();
  const text = de.work.distribute;
  return (
    <FormControl component="fieldset" margin="dense" fullWidth>
      <FormLabel component="legend" id={labelId}>
        {text.who}
      </FormLabel>
      <FormGroup aria-labelledby={labelId}>
        {clerks.map(({ id, name }) => {
          const { gets, after } = outcome(id);
          const away = awayOf(id);
          return (
            <FormControlLabel
              key={id}
              control={<Checkbox size="small" checked={isChosen(id)} onChange={() => toggle(id)} />}
              label={
                <>
                  {isChosen(id) ? text.gets(name, gets, after) : name}
                  {away !== '' && (
                    <Typography component="span" variant="body2" color="textSecondary">
                      {` (${away})`}
                    </Typography>
                  )}
                </>
              }
            />
          );
        })}
      </FormGroup>
      <FormHelperText sx={{ mx: 0 }}>{text.help}</FormHelperText>
    </FormControl>
  );
}
