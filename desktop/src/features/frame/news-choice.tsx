import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { useObservable } from '../../ui/use-observable.ts';
import { tellsNews } from './tells-news.ts';

/** Switches the operating system's messages; its permission is asked for by this click and nowhere else. */
export function NewsChoice() {
  const { device } = useDesk();
  const isOn = useObservable(tellsNews.value$, tellsNews.value);
  const [isForbidden, setIsForbidden] = useState(false);
  const helpId = useId();
  const text = de.frame.news;

  async function choose(wanted: boolean) {
    const isAllowed = !wanted || ((await device.askToNotify?.()) ?? true);
    setIsForbidden(!isAllowed);
    tellsNews.change(wanted && isAllowed);
  }

  return (
    <Box>
      <FormControlLabel
        control={
          <Checkbox
            checked={isOn}
            onChange={(_event, checked) => void choose(checked)}
            slotProps={{ input: { 'aria-describedby': helpId } }}
          />
        }
        label={text.choice}
      />
      <Typography id={helpId} variant="body2" color="textSecondary">
        {text.help}
      </Typography>
      <Box role="status">
        {isForbidden && (
          <Alert severity="warning" role="presentation" sx={{ mt: 1 }}>
            {text.forbidden}
          </Alert>
        )}
      </Box>
    </Box>
  );
}
