import type { Case, Dossier } from '@amtsstube/shared/domain/case';
import { isOpen, type Question } from '@amtsstube/shared/domain/question';
import { formatInstant } from '@amtsstube/shared/domain/time';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Shown } from '../../../data/desk.ts';
import { de } from '../../../texts/de.ts';
import { whyImpossible } from '../../../ui/case-actions.ts';
import { useDesk } from '../../../ui/desk-context.tsx';
import { useNameOf } from '../../../ui/names.ts';
import type { Action } from '../../../ui/use-action.ts';
import { useToday } from '../../../ui/use-today.ts';
import { AnswerBlock } from './answer-block.tsx';
import { CloseQuestionDialog } from './close-question-dialog.tsx';
import { deliveryWords } from './delivery-words.ts';
import { questionStateWords } from './question-state.ts';

interface QuestionRowProps {
  readonly openCase: Case;
  readonly dossier: Shown<Dossier>;
  readonly question: Question;
  /** Of all questions: what became of the last act is said beside them. */
  readonly action: Action;
}

/** One question: what was asked, how far it got, what came back, and how to end it. */
export function QuestionRow({ openCase, dossier, question, action }: QuestionRowProps) {
  const { desk } = useDesk();
  const nameOf = useNameOf();
  const today = useToday();
  const [ending, setEnding] = useState<'closed' | 'withdrawn'>();
  const { text, documents, askedBy, askedAt, answers, end } = question;
  const isWaiting = dossier.waiting.includes(question.opId);
  const at = formatInstant(askedAt);
  const mayEnd = isOpen(question) && whyImpossible(desk.actor, 'note', openCase) === undefined;
  const mayWithdraw = mayEnd && whyImpossible(desk.actor, 'ask', openCase) === undefined;
  const said = de.questions;
  const isOver = isOpen(question) && question.answerBy < today;
  return (
    <Box component="li" sx={{ py: 1.25, borderTop: 1, borderColor: 'divider' }}>
      <Typography variant="body2" color="textSecondary">
        {said.askedBy(nameOf(askedBy), at)}
      </Typography>
      {text !== '' && <Box sx={typed}>{text}</Box>}
      {documents.length > 0 && (
        <>
          <Typography variant="body2" sx={{ mt: 0.5 }}>
            {said.documents}
          </Typography>
          <Box component="ul" sx={{ m: 0, pl: 2.5, overflowWrap: 'anywhere' }}>
            {documents.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </Box>
        </>
      )}
      <Box sx={{ mt: 0.5, fontWeight: 600, color: isOver ? 'error.main' : undefined }}>
        {questionStateWords(question, nameOf, today)}
      </Box>
      {isOver && mayEnd && <Typography variant="body2">{said.state.overNext}</Typography>}
      <Typography variant="body2" color="textSecondary">
        {said.delivery.label}: {deliveryWords(question, isWaiting).join(' · ')}
      </Typography>
      {end && 'text' in end && end.text !== '' && <Box sx={{ ...typed, mt: 0.5 }}>{end.text}</Box>}
      {answers.map((answer, index) => (
        <AnswerBlock
          key={answer.opId}
          openCase={openCase}
          attachments={dossier.document.attachments ?? []}
          questionId={question.id}
          answer={answer}
          number={index + 1}
          isLate={end !== null && answer.at !== end.at}
          action={action}
        />
      ))}
      {mayEnd && (
        <Box sx={{ display: 'flex', displayPrint: 'none', flexWrap: 'wrap', columnGap: 1 }}>
          {(mayWithdraw ? (['closed', 'withdrawn'] as const) : (['closed'] as const)).map((as) => {
            const label = as === 'closed' ? said.closing.close : said.closing.withdraw;
            return (
              <Button
                key={as}
                size="small"
                sx={{ ml: -0.5 }}
                aria-label={said.closing.ofQuestion(label, at)}
                onClick={() => {
                  action.reset();
                  setEnding(as);
                }}
              >
                {label}
              </Button>
            );
          })}
        </Box>
      )}
      {ending && (
        <CloseQuestionDialog
          caseId={openCase.id}
          question={question}
          as={ending}
          action={action}
          onClose={() => setEnding(undefined)}
        />
      )}
    </Box>
  );
}

const typed = { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' } as const;
