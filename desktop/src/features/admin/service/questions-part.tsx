import { mostQuestions } from '@amtsstube/shared/domain/appointments/visit-questions';
import type { Service } from '@amtsstube/shared/domain/settings';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect } from 'react';
import { de } from '../../../texts/de.ts';
import { ActionNotice } from '../../../ui/action-notice.tsx';
import { Part } from '../../../ui/part.tsx';
import { SubmitForm } from '../../../ui/submit-form.tsx';
import { visuallyHidden } from '../../../ui/visually-hidden.ts';
import { titleIdOf } from './item-head.tsx';
import { QuestionCard } from './question-card.tsx';
import { listKey, useQuestions } from './use-questions.ts';

/** What is asked before a time of this service is chosen. */
export function QuestionsPart({ service }: { readonly service: Service }) {
  const text = de.visitQuestions;
  const questions = useQuestions(service);
  const { typed, problems, focus, state, isBegun, isUnchanged } = questions;
  useEffect(() => {
    if (focus) document.getElementById(titleIdOf(focus.key))?.focus();
  }, [focus]);

  return (
    <Part title={text.title}>
      <Typography sx={{ mb: 2 }}>{text.lead}</Typography>
      <SubmitForm onSubmit={questions.save} sx={{ display: 'grid', gap: 2, maxWidth: '36rem' }}>
        <Typography id={titleIdOf(listKey)} tabIndex={-1} sx={typed.length > 0 ? visuallyHidden : {}}>
          {typed.length > 0 ? text.title : text.none}
        </Typography>
        <Box sx={{ display: 'grid', gap: 3 }}>
          {typed.map((question, index) => (
            <QuestionCard key={question.id} question={question} index={index} questions={questions} />
          ))}
        </Box>
        {typed.length < mostQuestions ? (
          <Button variant="outlined" sx={{ justifySelf: 'start' }} onClick={questions.add}>
            {text.addQuestion}
          </Button>
        ) : (
          <Typography variant="body2">{text.full}</Typography>
        )}
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <Button type="submit" variant="contained" disabled={state.state === 'saving'}>
            {text.save}
          </Button>
          {isBegun && <Button onClick={questions.discard}>{text.discard}</Button>}
        </Box>
        {isBegun && <Typography color="textSecondary">{text.begun}</Typography>}
        <Box role="status">
          {problems.length > 0 && <Typography color="error">{text.check}</Typography>}
          {isUnchanged && text.unchanged}
        </Box>
        <Box role="status" sx={visuallyHidden}>
          {questions.movedTo}
        </Box>
        <ActionNotice state={state} />
      </SubmitForm>
    </Part>
  );
}
