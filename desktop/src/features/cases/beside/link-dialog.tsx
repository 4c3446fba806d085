import type { Case } from '@amtsstube/shared/domain/case';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../../texts/de.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { useDesk } from '../../../ui/desk-context.tsx';
import { useSettingName } from '../../../ui/names.ts';
import { searchCases } from '../../../ui/search-cases.ts';
import type { Action } from '../../../ui/use-action.ts';
import { useDraft } from '../../../ui/use-draft.ts';
import { useReplayed } from '../../../ui/use-replayed.ts';

interface LinkDialogProps {
  readonly openCase: Case;
  readonly action: Action;
  readonly onClose: () => void;
}

const mostHits = 6;

/** Finds the other case by reference or name, and says in what the two have to do with each other. */
export function LinkDialog({ openCase, action, onClose }: LinkDialogProps) {
  const { desk } = useDesk();
  const settingName = useSettingName();
  const all = useReplayed(desk.caseList$, undefined);
  const [query, setQuery] = useState('');
  const [otherId, setOtherId] = useState<Case['id']>();
  const [isMissing, setIsMissing] = useState(false);
  const [word, setWord] = useDraft(`link/${openCase.id}`);
  const text = de.work.otherCases;
  const isAsked = query.trim() !== '';
  const hits = isAsked
    ? searchCases(all ?? [], query)
        .filter(({ caseRecord }) => caseRecord.id !== openCase.id)
        .slice(0, mostHits)
    : [];
  // a single hit needs no choosing
  const chosen = hits.some(({ caseRecord }) => caseRecord.id === otherId)
    ? otherId
    : hits.length === 1
      ? hits[0]?.caseRecord.id
      : undefined;

  async function link() {
    setIsMissing(chosen === undefined);
    if (chosen === undefined) return;
    const isSaved = await action.perform('linkCases', {
      caseId: openCase.id,
      otherId: chosen,
      word: word.trim(),
    });
    if (!isSaved) return;
    setWord('');
    onClose();
  }

  return (
    <ConfirmDialog
      open
      title={text.linkTitle}
      confirm={text.linkConfirm}
      busy={action.state.state === 'saving'}
      action={action}
      onConfirm={() => void link()}
      onCancel={onClose}
    >
      <TextField
        autoFocus
        fullWidth
        margin="dense"
        label={text.which}
        value={query}
        error={isMissing && chosen === undefined}
        helperText={isMissing && chosen === undefined ? text.chooseCase : undefined}
        onChange={(event) => setQuery(event.target.value)}
      />
      {isAsked && hits.length === 0 && (
        <Typography role="status" color="textSecondary">
          {text.noCase}
        </Typography>
      )}
      {hits.length > 0 && (
        <RadioGroup
          aria-label={text.which}
          value={chosen ?? ''}
          onChange={(_, id) => setOtherId(id as Case['id'])}
        >
          {hits.map(({ caseRecord: { id, fileReference, applicantName, serviceId } }) => (
            <FormControlLabel
              key={id}
              value={id}
              control={<Radio size="small" />}
              label={[fileReference || de.cases.noReference, applicantName, settingName(serviceId)].join(
                ' · ',
              )}
            />
          ))}
        </RadioGroup>
      )}
      <TextField
        fullWidth
        margin="dense"
        label={text.word}
        value={word}
        onChange={(event) => setWord(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 200 } }}
      />
    </ConfirmDialog>
  );
}
