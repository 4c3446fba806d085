import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { de } from '../../texts/de.ts';
import { ActionNotice } from '../../ui/action-notice.tsx';
import { useDesk } from '../../ui/desk-context.tsx';
import { EntryFields } from '../../ui/entry-fields/entry-fields.tsx';
import { labelAt } from '../../ui/entry-fields/read-entry.ts';
import { hrefOf } from '../../ui/place.ts';
import type { EnterableService } from './enterable-services.ts';
import { isBegun } from './entry-draft.ts';
import { EntryFiles } from './entry-files.tsx';
import { EntryHead } from './entry-head.tsx';
import { EntryParties } from './entry-parties.tsx';
import type { Entry } from './use-entry.ts';

interface EntryFormProps {
  readonly entry: Entry;
  readonly services: readonly EnterableService[];
  readonly onDiscard: () => void;
}

/**
 * The whole form, to be filled in from above with the keyboard. Enter in a field saves nothing: half of a paper would be
 * a case; Ctrl + Enter and the button do.
 */
export function EntryForm({ entry, services, onDiscard }: EntryFormProps) {
  const { desk } = useDesk();
  const form = useRef<HTMLFormElement>(null);
  const { draft, change, read, failures, state } = entry;
  const isLocked = state.state === 'saving';
  const text = de.entry;

  useEffect(() => {
    if (failures > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [failures]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter') return;
    const isField = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox';
    if (event.ctrlKey) void entry.save();
    else if (!isField) return;
    event.preventDefault();
  }

  return (
    <Box
      component="form"
      ref={form}
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void entry.save();
      }}
      sx={{ display: 'grid', gap: 3.5, maxWidth: '56rem' }}
    >
      <EntryHead entry={entry} services={services} isLocked={isLocked} />
      {entry.form && read && (
        <>
          <EntryFields entry={entry} form={entry.form} read={read} isLocked={isLocked} />
          <EntryParties entry={entry} isLocked={isLocked} />
          {desk.files && <EntryFiles entry={entry} isLocked={isLocked} />}
          <TextField
            label={text.optional(text.note)}
            value={draft.note}
            onChange={(event) => change({ note: event.target.value })}
            multiline
            minRows={2}
            maxRows={12}
            slotProps={{ htmlInput: { readOnly: isLocked, autoComplete: 'off', maxLength: 10_000 } }}
          />
        </>
      )}
      <Box sx={{ display: 'grid', gap: 1.5, justifyItems: 'start' }}>
        {entry.form && read && (
          <Typography role="status" color="textSecondary">
            {text.missing(read.missing.map((path) => (entry.form ? labelAt(entry.form, path) : path)))}
          </Typography>
        )}
        <FormControlLabel
          label={text.takesOver}
          control={
            <Checkbox
              checked={draft.takesOver}
              disabled={isLocked}
              onChange={(_event, takesOver) => change({ takesOver })}
            />
          }
        />
        {failures > 0 && read && read.errors.length > 0 && (
          <Alert severity="error">{text.wrong(read.errors.length)}</Alert>
        )}
        {state.state === 'failed' && <ActionNotice state={state} />}
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5 }}>
          <Button type="submit" variant="contained" disabled={isLocked} aria-keyshortcuts="Control+Enter">
            {text.save}
          </Button>
          <Typography variant="body2" color="textSecondary">
            {text.saveKeys}
          </Typography>
          {isBegun(draft) && (
            <Button disabled={isLocked} onClick={onDiscard}>
              {text.discard}
            </Button>
          )}
        </Box>
        {entry.failedFiles.length > 0 && <FailedFiles entry={entry} />}
      </Box>
    </Box>
  );
}

function FailedFiles({ entry }: { readonly entry: Entry }) {
  const text = de.entry.files;
  return (
    <Alert severity="warning">
      {text.failed}
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {entry.failedFiles.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </Box>
      {entry.savedCaseId && (
        <Button href={hrefOf({ screen: 'case', caseId: entry.savedCaseId })} size="small" sx={{ mt: 1 }}>
          {text.toCase}
        </Button>
      )}
    </Alert>
  );
}
