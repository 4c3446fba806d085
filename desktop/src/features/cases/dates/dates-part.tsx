import type { Case } from '@amtsstube/shared/domain/case';
import { formatLocalDate, type LocalDate } from '@amtsstube/shared/domain/time';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../../texts/de.ts';
import { ActionNotice } from '../../../ui/action-notice.tsx';
import { whyImpossible } from '../../../ui/case-actions.ts';
import { useDesk } from '../../../ui/desk-context.tsx';
import { DueLight } from '../../../ui/due-light.tsx';
import { impossibleSentence } from '../../../ui/impossible-sentence.ts';
import { useNameOf } from '../../../ui/names.ts';
import { Part } from '../../../ui/part.tsx';
import { useAction } from '../../../ui/use-action.ts';
import { useToday } from '../../../ui/use-today.ts';
import { ExtendDialog } from './extend-dialog.tsx';
import { FollowUpDialog } from './follow-up-dialog.tsx';

/** On which days something is due of a case, and the ways to change them. */
export function DatesPart({ openCase }: { readonly openCase: Case }) {
  const { desk } = useDesk();
  const nameOf = useNameOf();
  const today = useToday();
  const action = useAction();
  const [dialog, setDialog] = useState<'followUp' | 'extend'>();
  const { deadlineOn, waitingUntil, followUp, decision } = openCase;
  const text = de.dates;
  const isRunning = decision === null;
  const deadline = isRunning ? deadlineOn : null;
  const whyNote = whyImpossible(desk.actor, 'note', openCase);
  const whyExtend = whyImpossible(desk.actor, 'extend', openCase);
  const isSaving = action.state.state === 'saving';
  const isEmpty = deadline === null && !waitingUntil && !followUp;
  const open = (which: 'followUp' | 'extend') => {
    action.reset();
    setDialog(which);
  };

  return (
    <Part title={text.title}>
      {isEmpty && <Typography color="textSecondary">{text.none}</Typography>}
      <Box component="dl" sx={{ m: 0 }}>
        {deadline !== null && <DateRow label={text.deadline} on={deadline} today={today} />}
        {waitingUntil && <DateRow label={text.question} on={waitingUntil} today={today} />}
        {followUp && (
          <DateRow
            label={text.followUp}
            on={followUp.on}
            today={today}
            says={`${followUp.word || text.noWord} (${text.by(nameOf(followUp.byId))})`}
          />
        )}
      </Box>
      <Box sx={{ display: 'flex', displayPrint: 'none', flexWrap: 'wrap', gap: 1, mt: 1 }}>
        <Button
          variant="outlined"
          disabled={whyNote !== undefined || isSaving}
          onClick={() => open('followUp')}
        >
          {followUp ? text.settingFollowUp.change : text.settingFollowUp.open}
        </Button>
        {followUp && (
          <Button
            variant="outlined"
            disabled={whyNote !== undefined || isSaving}
            onClick={() => void action.perform('setFollowUp', { caseId: openCase.id, on: null, word: '' })}
          >
            {text.settingFollowUp.done}
          </Button>
        )}
        {isRunning && (
          <Button
            variant="outlined"
            disabled={whyExtend !== undefined || isSaving}
            onClick={() => open('extend')}
          >
            {deadline === null ? text.settingDeadline.open : text.extending.open}
          </Button>
        )}
      </Box>
      {isRunning && whyExtend && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
          {(deadline === null ? text.settingDeadline : text.extending).title}:{' '}
          {impossibleSentence(whyExtend, nameOf)}
        </Typography>
      )}
      <Box sx={{ mt: 1 }}>
        <ActionNotice state={action.state} />
      </Box>
      {dialog === 'followUp' && (
        <FollowUpDialog openCase={openCase} action={action} onClose={() => setDialog(undefined)} />
      )}
      {dialog === 'extend' && isRunning && (
        <ExtendDialog
          caseId={openCase.id}
          deadlineOn={deadline}
          action={action}
          onClose={() => setDialog(undefined)}
        />
      )}
    </Part>
  );
}

interface DateRowProps {
  readonly label: string;
  readonly on: LocalDate;
  readonly today: LocalDate;
  readonly says?: string;
}

function DateRow({ label, on, today, says }: DateRowProps) {
  return (
    <Box sx={row}>
      <Box component="dt" sx={{ color: 'text.secondary' }}>
        {label}
      </Box>
      <Box component="dd" sx={{ m: 0, minWidth: 0, overflowWrap: 'anywhere' }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5 }}>
          {formatLocalDate(on)}
          <DueLight on={on} today={today} />
        </Box>
        {says && (
          <Typography variant="body2" color="textSecondary">
            {says}
          </Typography>
        )}
      </Box>
    </Box>
  );
}

const row = {
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '9rem minmax(0, 1fr)' },
  columnGap: 2,
  py: 0.375,
} as const;
