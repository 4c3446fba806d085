import { mostAnswers } from '@amtsstube/shared/domain/appointments/visit-questions';
import type { Service } from '@amtsstube/shared/domain/settings';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { de } from '../../../texts/de.ts';
import { swapped } from '../form/edit-form.ts';
import { newId } from '../form/new-id.ts';
import { AnswerFields } from './answer-fields.tsx';
import { OrderButtons } from './order-buttons.tsx';
import { newAnswer, type QuestionProblem, type TypedAnswer, type TypedQuestion } from './questions-draft.ts';

interface QuestionFieldsProps {
  readonly question: TypedQuestion;
  readonly name: string;
  readonly services: readonly Service[];
  /** Of this question. */
  readonly problems: readonly QuestionProblem[];
  readonly onChange: (changed: TypedQuestion) => void;
  /** Of an answer that has another place now, and of one that is new or stands where one was removed. */
  readonly onMoved: (key: string, name: string, place: number, of: number) => void;
  readonly onFocus: (key: string) => void;
}

/** One question with its answers, in the order in which they are asked. */
export function QuestionFields(props: QuestionFieldsProps) {
  const { question, name, services, problems, onChange, onMoved, onFocus } = props;
  const { id: questionId, asks, answers } = question;
  const text = de.visitQuestions;
  const hasProblem = (at: QuestionProblem['at']) => problems.some((each) => each.at === at);
  const withAnswers = (changed: TypedAnswer[]) => onChange({ ...question, answers: changed });

  function move(at: number, by: -1 | 1): void {
    const moved = swapped(answers, (each) => each === answers[at], by);
    const id = answers[at]?.id;
    if (!moved || id === undefined) return;
    withAnswers(moved);
    onMoved(keyOf(questionId, id), text.answer(at + 1), at + by + 1, answers.length);
  }

  function remove(at: number): void {
    withAnswers(answers.toSpliced(at, 1));
    const next = answers[at + 1] ?? answers[at - 1];
    onFocus(next ? keyOf(questionId, next.id) : questionId);
  }

  function add(): void {
    const added = newAnswer(newId());
    withAnswers([...answers, added]);
    onFocus(keyOf(questionId, added.id));
  }

  return (
    <>
      <TextField
        size="small"
        fullWidth
        label={text.asks}
        value={asks}
        onChange={({ target }) => onChange({ ...question, asks: target.value })}
        error={hasProblem('asks')}
        helperText={hasProblem('asks') && text.problems.asks}
        slotProps={{ htmlInput: { autoComplete: 'off' } }}
      />
      <Box sx={{ display: 'grid', gap: 2 }}>
        {answers.map((answer, index) => {
          const own = text.answer(index + 1);
          return (
            <Box
              key={answer.id}
              role="group"
              aria-labelledby={titleIdOf(keyOf(questionId, answer.id))}
              sx={{ borderLeft: 3, borderColor: 'divider', pl: 2, display: 'grid', gap: 1.5 }}
            >
              <ItemHead
                id={keyOf(questionId, answer.id)}
                title={own}
                buttons={
                  <OrderButtons
                    name={text.answerOf(name, own)}
                    isFirst={index === 0}
                    isLast={index === answers.length - 1}
                    onMove={(by) => move(index, by)}
                    onRemove={() => remove(index)}
                  />
                }
              />
              <AnswerFields
                answer={answer}
                services={services}
                problems={problems.flatMap((each) =>
                  'answer' in each && each.answer === answer.id ? [each.at] : [],
                )}
                onChange={(changed) =>
                  withAnswers(answers.map((each) => (each === answer ? { ...answer, ...changed } : each)))
                }
              />
            </Box>
          );
        })}
      </Box>
      {hasProblem('answers') && <Typography color="error">{text.problems.answers}</Typography>}
      {answers.length < mostAnswers ? (
        <Button size="small" variant="outlined" sx={{ justifySelf: 'start' }} onClick={add}>
          {text.addAnswer}
        </Button>
      ) : (
        <Typography variant="body2">{text.answersFull}</Typography>
      )}
    </>
  );
}

/** The name of a question or an answer, which takes the focus where it was moved or is new. */
export function ItemHead({
  id,
  title,
  buttons,
}: {
  readonly id: string;
  readonly title: string;
  readonly buttons: ReactNode;
}) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 1 }}>
      <Typography id={titleIdOf(id)} tabIndex={-1} sx={{ fontWeight: 600 }}>
        {title}
      </Typography>
      {buttons}
    </Box>
  );
}

/** Of an answer: other questions may have one of the same id. */
export function keyOf(questionId: string, answerId: string): string {
  return `${questionId}.${answerId}`;
}

export function titleIdOf(id: string): string {
  return `visit-question-${id}`;
}
