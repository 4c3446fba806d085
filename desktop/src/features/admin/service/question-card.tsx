import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { de } from '../../../texts/de.ts';
import { AnswerList } from './answer-list.tsx';
import { ItemHead, titleIdOf } from './item-head.tsx';
import { OrderButtons } from './order-buttons.tsx';
import type { TypedQuestion } from './questions-draft.ts';
import type { Questions } from './use-questions.ts';

interface QuestionCardProps {
  readonly question: TypedQuestion;
  readonly index: number;
  readonly questions: Questions;
}

/** One question with its answers, in the order in which they are asked. */
export function QuestionCard({ question, index, questions }: QuestionCardProps) {
  const text = de.visitQuestions;
  const { id, asks } = question;
  const name = text.question(index + 1);
  const problems = questions.problems.filter((each) => each.question === id);
  const isAskWrong = problems.some(({ at }) => at === 'asks');
  return (
    <Box
      role="group"
      aria-labelledby={titleIdOf(id)}
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 2, display: 'grid', gap: 2 }}
    >
      <ItemHead
        itemKey={id}
        title={name}
        buttons={
          <OrderButtons
            name={name}
            isFirst={index === 0}
            isLast={index === questions.typed.length - 1}
            onMove={(by) => questions.move(index, by)}
            onRemove={() => questions.remove(index)}
          />
        }
      />
      <TextField
        size="small"
        fullWidth
        label={text.asks}
        value={asks}
        onChange={({ target }) => questions.change({ ...question, asks: target.value })}
        error={isAskWrong}
        helperText={isAskWrong && text.problems.asks}
        slotProps={{ htmlInput: { autoComplete: 'off' } }}
      />
      <AnswerList question={question} name={name} problems={problems} questions={questions} />
    </Box>
  );
}
