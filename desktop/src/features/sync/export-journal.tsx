import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { useToday } from '../../ui/use-today.ts';

/** The way out for what lies in this device's journal when nothing else helps. */
export function ExportJournal() {
  const { desk } = useDesk();
  const today = useToday();
  const [outcome, setOutcome] = useState<'saved' | 'noKey'>();
  const text = de.sync.exportJournal;

  async function save() {
    const file = await desk.exportJournal();
    if (file !== 'noKey') saveFile(file, 'application/json', text.fileName(today));
    setOutcome(file === 'noKey' ? 'noKey' : 'saved');
  }

  return (
    <Box sx={{ display: 'grid', gap: 0.5, justifyItems: 'start' }}>
      <Button variant="outlined" size="small" onClick={() => void save()}>
        {text.open}
      </Button>
      <Typography variant="body2" color="textSecondary">
        {text.help}
      </Typography>
      <Typography role="status" variant="body2" sx={{ '&:empty': { display: 'none' } }}>
        {outcome && text[outcome]}
      </Typography>
    </Box>
  );
}
