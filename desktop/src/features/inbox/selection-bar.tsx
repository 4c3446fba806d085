import type { Case } from '@amtsstube/shared/domain/case';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { type BulkAction, bulkActions } from './bulk-assignment.ts';
import { BulkDialog } from './bulk-dialog.tsx';
import { mayLead } from './load/may-lead.ts';
import type { Selecting } from './use-selection.ts';

interface SelectionBarProps {
  readonly selecting: Selecting;
  readonly onSaved: (cases: readonly Case[]) => void;
  /** Where the keyboard goes on when the bar goes away. */
  readonly onCleared: () => void;
}

/** What can be done with the selected cases; at the bottom of the window, so that nothing moves under the pointer. */
export function SelectionBar({ selecting, onSaved, onCleared }: SelectionBarProps) {
  const [open, setOpen] = useState<{ readonly action: BulkAction; readonly cases: readonly Case[] }>();
  const chosen = selecting.rows.length;
  const { actor } = useDesk().desk;
  const isOffered = (action: BulkAction) => action !== 'distribute' || mayLead(actor);
  const text = de.inbox.selection;

  function close() {
    setOpen(undefined);
    if (chosen === 0) onCleared();
  }

  return (
    <>
      <Box sx={chosen === 0 ? undefined : bar}>
        {/* always there, or what it says isn't read out; the count alone, or each row selected reads out the buttons too */}
        <Typography component="div" role="status" sx={{ fontWeight: 600 }}>
          {chosen > 0 && text.chosen(chosen)}
        </Typography>
        {chosen > 0 && (
          <>
            <Box
              role="group"
              aria-label={text.chosen(chosen)}
              sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}
            >
              {bulkActions.filter(isOffered).map((action) => (
                <Button
                  key={action}
                  size="small"
                  variant="outlined"
                  onClick={() =>
                    setOpen({ action, cases: selecting.rows.map(({ caseRecord }) => caseRecord) })
                  }
                >
                  {text[action]}
                </Button>
              ))}
              <Button
                size="small"
                onClick={() => {
                  selecting.clear();
                  onCleared();
                }}
              >
                {text.clear}
              </Button>
            </Box>
            <Typography variant="body2" color="textSecondary" sx={{ display: { xs: 'none', lg: 'block' } }}>
              {text.help}
            </Typography>
          </>
        )}
      </Box>
      {open && <BulkDialog action={open.action} cases={open.cases} onSaved={onSaved} onClose={close} />}
    </>
  );
}

const bar = {
  position: 'sticky',
  bottom: 0,
  zIndex: 1,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 2,
  rowGap: 0.5,
  px: 1.5,
  py: 1,
  bgcolor: 'background.paper',
  borderTop: 2,
  borderColor: 'primary.main',
} as const;
