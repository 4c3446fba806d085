import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { de } from '../../texts/de.ts';
import { characterKeys } from '../../ui/character-keys.ts';
import { isOfCharacters, type Shortcut, shortcuts, shownKeys } from '../../ui/shortcuts.ts';
import { useObservable } from '../../ui/use-observable.ts';

/** All shortcuts, from the list that listens; those made of characters alone can be switched off here. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const titleId = useId();
  const helpId = useId();
  const areOn = useObservable(characterKeys.value$, characterKeys.value);
  const text = de.frame.shortcuts;
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="sm">
      <DialogTitle id={titleId}>{text.title}</DialogTitle>
      <DialogContent>
        {Object.entries(text.when).map(([when, heading]) => (
          <Group
            key={when}
            heading={heading}
            group={shortcuts.filter((each) => each.when === when && (areOn || !isOfCharacters(each)))}
          />
        ))}
        <FormControlLabel
          control={
            <Checkbox
              checked={areOn}
              onChange={(_event, checked) => characterKeys.change(checked)}
              slotProps={{ input: { 'aria-describedby': helpId } }}
            />
          }
          label={text.characters}
        />
        <Typography id={helpId} variant="body2" color="textSecondary">
          {text.charactersHelp}
        </Typography>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} autoFocus>
          {de.app.close}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Group({ heading, group }: { readonly heading: string; readonly group: readonly Shortcut[] }) {
  if (group.length === 0) return null;
  return (
    <Box sx={{ mb: 2.5 }}>
      <Typography component="h3" variant="h3" sx={{ mb: 0.75 }}>
        {heading}
      </Typography>
      <Box component="dl" sx={rows}>
        {group.map((shortcut) => (
          <Box key={shortcut.id} sx={{ display: 'contents' }}>
            <Box component="dt" sx={{ fontWeight: 600, whiteSpace: 'nowrap' }}>
              {shownKeys(shortcut)}
            </Box>
            <Box component="dd" sx={{ m: 0 }}>
              {shortcut.text}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}

const rows = {
  display: 'grid',
  gridTemplateColumns: 'minmax(7.5rem, auto) minmax(0, 1fr)',
  columnGap: 2,
  rowGap: 0.5,
  m: 0,
} as const;
