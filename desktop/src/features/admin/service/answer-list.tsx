import { mostAnswers } from '@amtsstube/shared/domain/appointments/visit-questions';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { de } from '../../../texts/de.ts';
import { useServices } from '../admin-lists.ts';
import { swapped } from '../form/edit-form.ts';
import { newId } from '../form/new-id.ts';
import { AnswerFields } from './answer-fields.tsx';
import { ItemHead, keyOf, titleIdOf } from './item-head.tsx';
import { OrderButtons } from './order-buttons.tsx';
import { newAnswer, type QuestionProblem, type TypedAnswer, type TypedQuestion } from './questions-draft.ts';
import type { Questions } from './use-questions.ts';

interface AnswerListProps {
  readonly question: TypedQuestion;
  /** What the question is called beside the others. */
  readonly name: string;
  /** Of this question. */
  readonly problems: readonly QuestionProblem[];
  readonly questions: Questions;
}

/** The answers to choose from, in their order. */
export function AnswerList({ question, name, problems, questions }: AnswerListProps) {
  const { answers } = question;
  const services = useServices();
  const text = de.visitQuestions;
  const keyAt = (answer: TypedAnswer) => keyOf(question.id, answer.id);
  const change = (changed: TypedAnswer[]) => questions.change({ ...question, answers: changed });

  function move(answer: TypedAnswer, at: number, by: -1 | 1): void {
    const moved = swapped(answers, (each) => each === answer, by);
    if (!moved) return;
    change(moved);
    questions.follow(keyAt(answer), text.answer(at + 1), at + by + 1, answers.length);
  }

  function remove(at: number): void {
    change(answers.toSpliced(at, 1));
    const next = answers[at + 1] ?? answers[at - 1];
    questions.focusOn(next ? keyAt(next) : question.id);
  }

  function add(): void {
    const added = newAnswer(newId());
    change([...answers, added]);
    questions.focusOn(keyAt(added));
  }

  return (
    <>
      <Box sx={{ display: 'grid', gap: 2 }}>
        {answers.map((answer, index) => (
          <Box
            key={answer.id}
            role="group"
            aria-labelledby={titleIdOf(keyAt(answer))}
            sx={{ borderLeft: 3, borderColor: 'divider', pl: 2, display: 'grid', gap: 1.5 }}
          >
            <ItemHead
              itemKey={keyAt(answer)}
              title={text.answer(index + 1)}
              buttons={
                <OrderButtons
                  name={text.answerOf(name, text.answer(index + 1))}
                  isFirst={index === 0}
                  isLast={index === answers.length - 1}
                  onMove={(by) => move(answer, index, by)}
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
              onChange={(changed) => change(answers.with(index, { ...answer, ...changed }))}
            />
          </Box>
        ))}
      </Box>
      {problems.some(({ at }) => at === 'answers') && (
        <Typography color="error">{text.problems.answers}</Typography>
      )}
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
