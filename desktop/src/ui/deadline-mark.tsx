import { type Dated, nextDue } from '@amtsstube/shared/domain/due';
import { formatLocalDate, type LocalDate } from '@amtsstube/shared/domain/time';
import EventRepeat from '@mui/icons-material/EventRepeat';
import QuestionAnswer from '@mui/icons-material/QuestionAnswerOutlined';
import Box from '@mui/material/Box';
import { de } from '../texts/de.ts';
import { DueLight } from './due-light.tsx';
import { visuallyHidden } from './visually-hidden.ts';

interface DeadlineMarkProps {
  readonly caseRecord: Dated;
  readonly today: LocalDate;
}

/** Beside the day of what is not the statutory deadline: a sign, and in words for who doesn't see it. */
const signs = {
  answer: { icon: QuestionAnswer, label: de.dates.question },
  followUp: { icon: EventRepeat, label: de.dates.followUp },
} as const;

/** What is due next of a case: its day, what it is, and how pressing. Of a decided one without a follow-up its old deadline. */
export function DeadlineMark({ caseRecord, today }: DeadlineMarkProps) {
  const due = nextDue(caseRecord);
  if (due === undefined)
    return caseRecord.deadlineOn === null ? null : formatLocalDate(caseRecord.deadlineOn);
  const sign = due.kind === 'deadline' ? undefined : signs[due.kind];
  return (
    <>
      <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5 }}>
        {formatLocalDate(due.on)}
        {sign && (
          <Box component="span" title={sign.label} sx={{ display: 'inline-flex', color: 'text.secondary' }}>
            <sign.icon aria-hidden sx={{ fontSize: '1.1em' }} />
            <Box component="span" sx={visuallyHidden}>
              {sign.label}
            </Box>
          </Box>
        )}
      </Box>
      <DueLight on={due.on} today={today} />
    </>
  );
}
