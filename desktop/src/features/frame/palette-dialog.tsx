import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { useAfterPaint } from '../../ui/use-after-paint.ts';
import { useObservable } from '../../ui/use-observable.ts';
import { goTo } from '../../ui/use-place.ts';
import { type PaletteHit, paletteHits } from './palette-hits.ts';

const noCases: readonly never[] = [];

/** Type, choose with the arrows, Enter. What is typed is kept nowhere. */
export function PaletteDialog({
  onClose,
  openDialog,
}: {
  readonly onClose: () => void;
  readonly openDialog: (dialog: 'settings' | 'shortcuts') => void;
}) {
  const { desk, admin } = useDesk();
  const cases = useObservable(desk.caseList$, undefined);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const id = useId();
  const text = de.frame.palette;
  // a letter typed is painted at once; the hits follow a moment later where there are very many cases
  const searched = useAfterPaint(query);
  const { hits, allCases } = useMemo(
    () => paletteHits(searched, cases ?? noCases, admin !== undefined),
    [searched, cases, admin],
  );
  const chosen = hits[Math.min(active, hits.length - 1)];
  const optionId = (hit: PaletteHit) => `${id}-${hit.key}`;
  const shownCases = hits.filter(({ leadsTo }) => 'screen' in leadsTo && leadsTo.screen === 'case').length;

  function go(hit: PaletteHit | undefined) {
    if (hit === undefined) return;
    onClose();
    if ('dialog' in hit.leadsTo) openDialog(hit.leadsTo.dialog);
    else goTo(hit.leadsTo);
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && hits.length > 0) {
      event.preventDefault();
      setActive((Math.min(active, hits.length - 1) + step + hits.length) % hits.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      // who types fast means what the field says
      go(searched === query ? chosen : paletteHits(query, cases ?? noCases, admin !== undefined).hits[0]);
    }
  }

  return (
    <Dialog
      open
      onClose={onClose}
      fullWidth
      maxWidth="sm"
      slotProps={{ paper: { 'aria-label': text.title } }}
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start' } }}
    >
      <DialogContent>
        <TextField
          autoFocus
          fullWidth
          label={text.label}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
          slotProps={{
            htmlInput: {
              role: 'combobox',
              'aria-expanded': hits.length > 0,
              'aria-controls': `${id}-list`,
              'aria-autocomplete': 'list',
              'aria-activedescendant': chosen && optionId(chosen),
              autoComplete: 'off',
              spellCheck: false,
            },
          }}
        />
        <Box role="listbox" id={`${id}-list`} aria-label={text.list} sx={{ mt: 1 }}>
          {hits.map((hit) => (
            // the field keeps the focus and takes the keys; the mouse is the other way
            <Box
              key={hit.key}
              id={optionId(hit)}
              role="option"
              aria-selected={hit === chosen}
              tabIndex={-1}
              onClick={() => go(hit)}
              sx={{ ...option, ...(hit === chosen && { bgcolor: 'action.selected' }) }}
            >
              <Box component="span" sx={{ fontWeight: 600 }}>
                {hit.text}
              </Box>
              <Box component="span" sx={{ color: 'text.secondary' }}>
                {hit.detail}
              </Box>
            </Box>
          ))}
        </Box>
        <Typography role="status" variant="body2" color="textSecondary" sx={{ mt: 1 }}>
          {hits.length === 0
            ? text.none
            : allCases > shownCases
              ? text.more(shownCases, allCases)
              : text.found(hits.length)}
        </Typography>
      </DialogContent>
    </Dialog>
  );
}

const option = {
  display: 'flex',
  flexWrap: 'wrap',
  columnGap: 2,
  px: 1.5,
  py: 0.75,
  borderRadius: 1,
  cursor: 'pointer',
  '&:hover': { bgcolor: 'action.hover' },
} as const;
