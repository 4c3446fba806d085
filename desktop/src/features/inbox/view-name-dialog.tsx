import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../texts/de.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { longestViewName, type NameProblem, nameProblem, type SavedView } from './saved-views.ts';

interface ViewNameDialogProps {
  readonly views: readonly SavedView[];
  /** Set when a view is renamed. */
  readonly renamed: SavedView | undefined;
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}

/** Asks for the name of a view, a new one's or another for an old one. */
export function ViewNameDialog({ views, renamed, onName, onClose }: ViewNameDialogProps) {
  const [name, setName] = useState(renamed?.name ?? '');
  const [problem, setProblem] = useState<NameProblem>();
  const text = de.inbox.savedViews;

  function confirm() {
    const found = nameProblem(views, name, renamed?.id);
    setProblem(found);
    if (found !== undefined) return;
    onName(name.trim());
    onClose();
  }

  return (
    <ConfirmDialog
      open
      title={renamed ? text.renameTitle : text.saveTitle}
      confirm={text.confirm}
      onConfirm={confirm}
      onCancel={onClose}
    >
      {renamed === undefined && (
        <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
          {text.saveHelp}
        </Typography>
      )}
      <TextField
        autoFocus
        required
        fullWidth
        margin="dense"
        label={text.name}
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={problem !== undefined}
        helperText={problem && text.problems[problem]}
        slotProps={{ htmlInput: { maxLength: longestViewName, autoComplete: 'off' } }}
      />
    </ConfirmDialog>
  );
}
