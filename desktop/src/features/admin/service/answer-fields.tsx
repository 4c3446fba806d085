import type { Service } from '@amtsstube/shared/domain/settings';
import TextField from '@mui/material/TextField';
import { de } from '../../../texts/de.ts';
import { NativeSelect } from '../form/native-select.tsx';
import type { QuestionProblem, TypedAnswer } from './questions-draft.ts';

interface AnswerFieldsProps {
  readonly answer: TypedAnswer;
  readonly services: readonly Service[];
  readonly problems: readonly QuestionProblem['at'][];
  readonly onChange: (changed: Partial<TypedAnswer>) => void;
}

/** What an answer says, and what follows from it. */
export function AnswerFields({ answer, services, problems, onChange }: AnswerFieldsProps) {
  const text = de.visitQuestions;
  const wrong = problems.find((each) => each === 'says' || each === 'sameAnswer');
  const of = (field: 'bring' | 'hint' | 'instead', help: string) => ({
    value: answer[field],
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      onChange({ [field]: target.value }),
    error: problems.includes(field),
    helperText: problems.includes(field) ? text.problems[field] : help,
  });
  return (
    <>
      <TextField
        size="small"
        label={text.says}
        value={answer.says}
        onChange={({ target }) => onChange({ says: target.value })}
        error={wrong !== undefined}
        helperText={wrong && text.problems[wrong]}
        slotProps={{ htmlInput: { autoComplete: 'off' } }}
      />
      <NativeSelect
        label={text.leadsTo}
        value={answer.leadsTo}
        options={(['booking', 'instead'] as const).map((value) => ({ value, label: text.ways[value] }))}
        onChange={(value) => onChange({ leadsTo: value === 'instead' ? 'instead' : 'booking' })}
      />
      {answer.leadsTo === 'booking' ? (
        <>
          <TextField size="small" multiline label={text.bring} {...of('bring', text.bringHelp)} />
          <TextField size="small" multiline label={text.hint} {...of('hint', text.hintHelp)} />
        </>
      ) : (
        <>
          <TextField size="small" multiline label={text.instead} {...of('instead', '')} />
          <NativeSelect
            label={text.service}
            value={answer.serviceId}
            options={[
              { value: '', label: text.noService },
              ...services.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(serviceId) => onChange({ serviceId })}
          />
        </>
      )}
    </>
  );
}
