import type { Case, Dossier } from '@amtsstube/shared/domain/case';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Shown } from '../../../data/desk.ts';
import { de } from '../../../texts/de.ts';
import { ActionNotice } from '../../../ui/action-notice.tsx';
import { whyImpossible } from '../../../ui/case-actions.ts';
import { useDesk } from '../../../ui/desk-context.tsx';
import { impossibleSentence } from '../../../ui/impossible-sentence.ts';
import { useNameOf } from '../../../ui/names.ts';
import { Part } from '../../../ui/part.tsx';
import { useAction } from '../../../ui/use-action.ts';
import { AskDialog } from './ask-dialog.tsx';
import { QuestionRow } from './question-row.tsx';

interface QuestionsPartProps {
  readonly openCase: Case;
  readonly dossier: Shown<Dossier>;
}

/** What was asked of the applicant and what came back, the newest first; and the way to ask. */
export function QuestionsPart({ openCase, dossier }: QuestionsPartProps) {
  const { desk } = useDesk();
  const nameOf = useNameOf();
  const action = useAction();
  const [isAsking, setIsAsking] = useState(false);
  const impossible = whyImpossible(desk.actor, 'ask', openCase);
  const questions = dossier.document.questions ?? [];
  return (
    <Part title={de.questions.title}>
      {questions.length === 0 && <Typography color="textSecondary">{de.questions.none}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {questions.toReversed().map((question) => (
          <QuestionRow
            key={question.id}
            openCase={openCase}
            dossier={dossier}
            question={question}
            action={action}
          />
        ))}
      </Box>
      <Box sx={{ display: 'grid', displayPrint: 'none', gap: 1, mt: 1.5, justifyItems: 'start' }}>
        <Button
          variant="outlined"
          disabled={impossible !== undefined}
          onClick={() => {
            action.reset();
            setIsAsking(true);
          }}
        >
          {de.questions.ask}
        </Button>
        {impossible && (
          <Typography variant="body2" color="textSecondary">
            {impossibleSentence(impossible, nameOf)}
          </Typography>
        )}
        <ActionNotice state={action.state} />
      </Box>
      {isAsking && (
        <AskDialog
          openCase={openCase}
          dossier={dossier.document}
          action={action}
          onClose={() => setIsAsking(false)}
        />
      )}
    </Part>
  );
}
