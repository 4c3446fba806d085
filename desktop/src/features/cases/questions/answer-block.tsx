import type { Attachment, Case } from '@amtsstube/shared/domain/case';
import type { QuestionId } from '@amtsstube/shared/domain/ids';
import type { QuestionAnswer } from '@amtsstube/shared/domain/question';
import { formatInstant } from '@amtsstube/shared/domain/time';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { de } from '../../../texts/de.ts';
import { whyImpossible } from '../../../ui/case-actions.ts';
import { useDesk } from '../../../ui/desk-context.tsx';
import { useNameOf } from '../../../ui/names.ts';
import type { Action } from '../../../ui/use-action.ts';

interface AnswerBlockProps {
  readonly openCase: Case;
  readonly attachments: readonly Attachment[];
  readonly questionId: QuestionId;
  readonly answer: QuestionAnswer;
  /** From 1. */
  readonly number: number;
  readonly isLate: boolean;
  readonly action: Action;
}

/** What the applicant wrote back. Until a clerk has taken note of it, it is marked as news in every list. */
export function AnswerBlock(props: AnswerBlockProps) {
  const { openCase, attachments, questionId, answer, number, isLate, action } = props;
  const { desk } = useDesk();
  const nameOf = useNameOf();
  const said = de.questions.answer;
  const at = formatInstant(answer.at);
  const names = answer.files.map(
    (hash) => attachments.find((attachment) => attachment.hash === hash)?.name ?? '?',
  );
  const mayRead = answer.read === null && whyImpossible(desk.actor, 'note', openCase) === undefined;
  return (
    <Box sx={block}>
      <Typography variant="subtitle2" component="p">
        {said.title(at)}
        {isLate && ` (${said.late})`}
        {answer.read === null && (
          <Box component="span" sx={news}>
            {said.news}
          </Box>
        )}
      </Typography>
      {answer.text === '' ? (
        <Typography color="textSecondary">{said.noText}</Typography>
      ) : (
        <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{answer.text}</Box>
      )}
      {names.length > 0 && (
        <Typography variant="body2" sx={{ mt: 0.5, overflowWrap: 'anywhere' }}>
          {said.files(names.length)} {names.join(', ')}
        </Typography>
      )}
      {answer.read !== null && (
        <Typography variant="body2" color="textSecondary">
          {said.readBy(nameOf(answer.read.byId), formatInstant(answer.read.at))}
        </Typography>
      )}
      {mayRead && (
        <Button
          size="small"
          variant="outlined"
          sx={{ mt: 0.75, displayPrint: 'none' }}
          aria-label={said.readOf(at)}
          disabled={action.state.state === 'saving'}
          onClick={() =>
            void action.perform('readAnswer', { caseId: openCase.id, questionId, answers: number })
          }
        >
          {said.read}
        </Button>
      )}
    </Box>
  );
}

const block = {
  mt: 1,
  mb: 0.5,
  pl: 1.5,
  py: 0.5,
  borderLeft: 3,
  borderColor: 'primary.main',
} as const;

const news = {
  ml: 1,
  px: 0.75,
  borderRadius: 1,
  bgcolor: 'primary.main',
  color: 'primary.contrastText',
  fontSize: '0.8125rem',
} as const;
