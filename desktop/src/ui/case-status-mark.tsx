import type { Case } from '@amtsstube/shared/domain/case';
import { formatLocalDate, type LocalDate } from '@amtsstube/shared/domain/time';
import Box from '@mui/material/Box';
import { de } from '../texts/de.ts';
import { shownStatus } from './shown-status.ts';
import { StatusMark } from './status-mark.tsx';

interface CaseStatusMarkProps {
  readonly caseRecord: Pick<Case, 'status' | 'decision' | 'proposal' | 'waitingUntil' | 'unreadAnswers'>;
  readonly today: LocalDate;
}

/** The state of a case with what belongs to it: until when it waits for the applicant, and that an answer is there. */
export function CaseStatusMark({ caseRecord, today }: CaseStatusMarkProps) {
  const { waitingUntil, unreadAnswers = 0 } = caseRecord;
  const status = shownStatus(caseRecord);
  const text = de.questions.listed;
  const isWaiting = status === 'waiting' && waitingUntil != null;
  const isOver = isWaiting && waitingUntil < today;
  const sentence = isWaiting && (isOver ? text.over : text.waiting)(formatLocalDate(waitingUntil));
  return (
    <Box component="span" sx={mark} title={sentence || undefined}>
      <StatusMark status={status} label={isOver ? text.overShort : undefined} />
      {isWaiting && (
        <Box component="span" sx={{ fontSize: '0.8125rem', color: isOver ? 'error.main' : 'text.secondary' }}>
          {(isOver ? text.wasUntil : text.until)(formatLocalDate(waitingUntil))}
        </Box>
      )}
      {unreadAnswers > 0 && (
        <Box component="span" sx={news}>
          {text.answered(unreadAnswers)}
        </Box>
      )}
    </Box>
  );
}

const mark = {
  display: 'inline-flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 0.75,
  lineHeight: 1.35,
  maxWidth: '100%',
} as const;

const news = {
  px: 0.5,
  borderRadius: 1,
  fontSize: '0.75rem',
  fontWeight: 600,
  color: 'info.main',
  border: '1px solid currentcolor',
} as const;
