import type { Case, Dossier } from '@amtsstube/shared/domain/case';
import { formatCents } from '@amtsstube/shared/domain/fees/money';
import { can } from '@amtsstube/shared/domain/permissions';
import { formatInstant, formatLocalDate } from '@amtsstube/shared/domain/time';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../../texts/de.ts';
import { ActionNotice } from '../../../ui/action-notice.tsx';
import { useDesk } from '../../../ui/desk-context.tsx';
import { useNameOf } from '../../../ui/names.ts';
import { OwnText } from '../../../ui/own-text.tsx';
import { useAction } from '../../../ui/use-action.ts';
import { useDraft } from '../../../ui/use-draft.ts';
import { LetterPreview } from './letter-preview.tsx';

interface ApprovalPartProps {
  readonly openCase: Case;
  readonly proposal: NonNullable<Case['proposal']>;
  readonly dossier: Dossier | undefined;
}

/** A decision that waits for a second clerk, with its reasons and its letter: approved or returned by anyone but who made it. */
export function ApprovalPart({ openCase, proposal, dossier }: ApprovalPartProps) {
  const { desk } = useDesk();
  const nameOf = useNameOf();
  const action = useAction();
  const [word, setWord] = useDraft(`return-decision/${openCase.id}`);
  const [isMissing, setIsMissing] = useState(false);
  const text = de.letters.approval;
  const proposed = dossier?.events.find(
    (event) => event.kind === 'proposed' && event.number === proposal.number,
  );
  const mayApprove = can(desk.actor, { action: 'approve', on: openCase });
  const isOwn = desk.actor.kind === 'clerk' && desk.actor.clerkId === proposal.byId;
  const isSaving = action.state.state === 'saving';
  const { number } = proposal;

  async function giveBack() {
    setIsMissing(word.trim() === '');
    if (word.trim() === '') return;
    if (await action.perform('returnDecision', { caseId: openCase.id, number, word })) setWord('');
  }

  return (
    <Box sx={{ display: 'grid', gap: 1.5, justifyItems: 'start' }}>
      <Typography>
        {text.proposed(nameOf(proposal.byId), formatInstant(proposal.at), de.cases.status[proposal.kind])}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {text.notYetPublic}
      </Typography>
      {proposed?.kind === 'proposed' && proposed.decision.reason !== '' && (
        <OwnText label={de.cases.decision.reason} text={proposed.decision.reason} />
      )}
      {proposed?.kind === 'proposed' && proposed.fee && (
        <Typography>
          {de.fees.deciding.proposed(
            formatCents(proposed.fee.amountCents),
            formatLocalDate(proposed.fee.dueOn),
            proposed.fee.reason,
          )}
        </Typography>
      )}
      {proposed?.kind === 'proposed' && (
        <Box sx={{ width: '100%' }}>
          {proposed.letter ? (
            <LetterPreview printed={{ letter: proposed.letter, at: proposed.at, isDraft: true }} />
          ) : (
            <Typography variant="body2">{text.noLetter}</Typography>
          )}
        </Box>
      )}
      {mayApprove ? (
        <>
          <Button
            variant="contained"
            disabled={isSaving || proposed === undefined}
            onClick={() => void action.perform('approveDecision', { caseId: openCase.id, number })}
          >
            {text.approve}
          </Button>
          {proposed === undefined && <Typography variant="body2">{text.unseen}</Typography>}
          <TextField
            label={text.word}
            value={word}
            onChange={(event) => setWord(event.target.value)}
            error={isMissing && word.trim() === ''}
            helperText={isMissing && word.trim() === '' ? text.wordMissing : undefined}
            multiline
            minRows={2}
            fullWidth
            slotProps={{ htmlInput: { maxLength: 2000, autoComplete: 'off' } }}
          />
          <Button variant="outlined" disabled={isSaving} onClick={() => void giveBack()}>
            {text.return}
          </Button>
        </>
      ) : (
        <>
          <Typography variant="body2">{text.own}</Typography>
          {isOwn && (
            <Button
              variant="outlined"
              disabled={isSaving}
              onClick={() => void action.perform('returnDecision', { caseId: openCase.id, number, word: '' })}
            >
              {text.takeBack}
            </Button>
          )}
        </>
      )}
      <ActionNotice state={action.state} />
    </Box>
  );
}
