import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Health } from '../../data/desk.ts';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { askedWords } from './sync-words.ts';

/** Asks the server now, and says what came of it. */
export function SyncNow({ health }: { readonly health: Health }) {
  const { desk } = useDesk();
  const [before, setBefore] = useState<Health>();
  const asked = before && askedWords(before, health);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, rowGap: 1 }}>
      <Button
        variant="outlined"
        onClick={() => {
          setBefore(health);
          desk.syncNow();
        }}
      >
        {de.sync.now}
      </Button>
      <Typography role="status" variant="body2">
        {asked}
      </Typography>
    </Box>
  );
}
