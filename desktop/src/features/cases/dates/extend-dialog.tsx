import type { CaseId } from '@amtsstube/shared/domain/ids';
import { formatLocalDate, type LocalDate } from '@amtsstube/shared/domain/time';
import { workingDayFrom } from '@amtsstube/shared/domain/working-days';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../../texts/de.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { readDate } from '../../../ui/read-date.ts';
import { ReasonField } from '../../../ui/reason-field.tsx';
import type { Action } from '../../../ui/use-action.ts';
import { useDraft } from '../../../ui/use-draft.ts';
import { useToday } from '../../../ui/use-today.ts';

/** What the operation takes. */
const longestReason = 2000;

interface ExtendDialogProps {
  readonly caseId: CaseId;
  /** null: there is none yet. */
  readonly deadlineOn: LocalDate | null;
  readonly action: Action;
  readonly onClose: () => void;
}

/** Moves the day by which the case is to be decided, with a reason that the applicant reads; or sets one where there is none. */
export function ExtendDialog({ caseId, deadlineOn, action, onClose }: ExtendDialogProps) {
  const today = useToday();
  const [day, setDay] = useState('');
  const [reason, setReason] = useDraft(`extend/${caseId}`);
  const [isTried, setIsTried] = useState(false);
  const text = deadlineOn === null ? de.dates.settingDeadline : de.dates.extending;
  const until = readDate(day, today);
  const problem = until === undefined ? de.dates.notADate : notLater(until, deadlineOn);
  const isMissing = reason.trim() === '';
  const isTooLong = reason.trim().length > longestReason;

  async function save() {
    setIsTried(true);
    if (until === undefined || problem !== undefined || isMissing || isTooLong) return;
    if (await action.perform('extendDeadline', { caseId, until, reason: reason.trim() })) setReason('');
    onClose();
  }

  return (
    <ConfirmDialog
      open
      title={text.title}
      confirm={text.save}
      busy={action.state.state === 'saving'}
      onConfirm={() => void save()}
      onCancel={onClose}
    >
      <Box sx={{ display: 'grid', gap: 2, pt: 0.5 }}>
        <Typography>
          {deadlineOn === null
            ? de.dates.settingDeadline.lead
            : de.dates.extending.lead(formatLocalDate(deadlineOn))}
        </Typography>
        <DateField
          label={text.until}
          text={day}
          onChange={setDay}
          required
          isDeadline
          problem={isTried ? problem : undefined}
          autoFocus
        />
        <ReasonField
          label={text.reason}
          reason={reason}
          onChange={setReason}
          longest={longestReason}
          isTried={isTried}
          missing={text.reasonMissing}
        />
      </Box>
    </ConfirmDialog>
  );
}

function notLater(until: LocalDate, deadlineOn: LocalDate | null): string | undefined {
  return deadlineOn === null || workingDayFrom(until) > deadlineOn
    ? undefined
    : de.dates.extending.notLater(formatLocalDate(deadlineOn));
}
