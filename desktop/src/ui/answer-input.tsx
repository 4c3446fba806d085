import type { AskedField } from '@amtsstube/shared/domain/forms/field';
import type { FieldError } from '@amtsstube/shared/domain/forms/field-error';
import { ticked } from '@amtsstube/shared/domain/forms/kinds/choice';
import { partsOf } from '@amtsstube/shared/domain/forms/kinds/parts';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import TextField from '@mui/material/TextField';
import { type ReactNode, useId } from 'react';
import { de } from '../texts/de.ts';
import { answerError } from './answer-error.ts';

interface AnswerInputProps {
  readonly field: AskedField;
  /** Where errors of this answer begin. */
  readonly path: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly onChange: (inputs: Record<string, string>) => void;
  readonly errors: readonly FieldError[];
  readonly isLocked: boolean;
  /** What stands on it; for the parts of an address or a person, above them. Absent: the words of a correction. */
  readonly label?: string;
  /** Whether it takes the focus when it opens, as the one answer that is corrected does. */
  readonly takesFocus?: boolean;
}

/** The input, or inputs, of one question of any form, by the kind of its field. */
export function AnswerInput(props: AnswerInputProps) {
  const { field, label = de.cases.correction.value, takesFocus = true } = props;
  switch (field.type) {
    case 'address':
    case 'person':
      return (
        <Parts {...props}>
          {partsOf(field).map(({ name }, index) => (
            <TextInput
              key={name}
              {...props}
              name={name}
              label={de.cases.answerWords.parts[name]}
              hasFocus={takesFocus && index === 0}
            />
          ))}
        </Parts>
      );
    case 'multipleChoice':
      return <Options {...props} options={field.options} />;
    case 'choice':
      return <Selection {...props} options={field.options} />;
    case 'yesNo': {
      const { yes, no } = de.cases.answerWords;
      const options = [
        { value: 'yes', label: yes },
        { value: 'no', label: no },
      ];
      return <Selection {...props} options={options} />;
    }
    case 'upload':
      // files are no answers to correct
      return null;
    default:
      return <TextInput {...props} name="" label={label} hasFocus={takesFocus} />;
  }
}

/** Named as one question where there are others beside it. */
function Parts({ label, children }: AnswerInputProps & { readonly children: ReactNode }) {
  const labelId = useId();
  if (label === undefined) return <Box sx={parts}>{children}</Box>;
  return (
    <Box role="group" aria-labelledby={labelId}>
      <FormLabel id={labelId} component="div" sx={{ mb: 0.75 }}>
        {label}
      </FormLabel>
      <Box sx={{ ...parts, gridTemplateColumns: 'repeat(auto-fit, minmax(min(12rem, 100%), 1fr))' }}>
        {children}
      </Box>
    </Box>
  );
}

const parts = { display: 'grid', gap: 1.5 } as const;

function TextInput(
  props: AnswerInputProps & { readonly name: string; readonly label: string; readonly hasFocus: boolean },
) {
  const { field, name, label, inputs, onChange, hasFocus, isLocked } = props;
  const sentence = errorAt(props, name);
  return (
    <TextField
      label={label}
      value={inputs[name] ?? ''}
      onChange={(event) => onChange({ ...inputs, [name]: event.target.value })}
      error={sentence !== undefined}
      helperText={alerting(sentence) ?? (name === '' ? hintOf(field) : undefined)}
      multiline={field.type === 'longText'}
      autoFocus={hasFocus}
      fullWidth
      size="small"
      slotProps={{ htmlInput: { readOnly: isLocked, autoComplete: 'off' } }}
    />
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
}

/** The system's own list: opened, searched by letters and closed as people know it from the citizen's page. */
function Selection(props: AnswerInputProps & { readonly options: readonly Option[] }) {
  const { inputs, onChange, options, isLocked, label = de.cases.correction.value, takesFocus = true } = props;
  const sentence = errorAt(props, '');
  return (
    <TextField
      select
      label={label}
      value={inputs[''] ?? ''}
      onChange={(event) => onChange({ '': event.target.value })}
      error={sentence !== undefined}
      helperText={alerting(sentence)}
      disabled={isLocked}
      autoFocus={takesFocus}
      fullWidth
      size="small"
      slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
    >
      <option value="">{de.cases.noAnswer}</option>
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </TextField>
  );
}

function Options(props: AnswerInputProps & { readonly options: readonly Option[] }) {
  const { inputs, onChange, options, isLocked, label = de.cases.correction.value, takesFocus = true } = props;
  const labelId = useId();
  const errorId = useId();
  const sentence = errorAt(props, '');
  return (
    <FormControl role="group" aria-labelledby={labelId} disabled={isLocked} error={sentence !== undefined}>
      <FormLabel id={labelId}>{label}</FormLabel>
      {options.map(({ value, label }, index) => (
        <FormControlLabel
          key={value}
          label={label}
          sx={{ my: 0.25, alignItems: 'start', '& .MuiCheckbox-root': { py: 0.25 } }}
          control={
            <Checkbox
              size="small"
              autoFocus={takesFocus && index === 0}
              slotProps={{
                input: sentence === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': errorId },
              }}
              checked={inputs[value] !== undefined}
              onChange={(_event, isTicked) => {
                const { [value]: _former, ...others } = inputs;
                onChange(isTicked ? { ...others, [value]: ticked } : others);
              }}
            />
          }
        />
      ))}
      {sentence !== undefined && <FormHelperText id={errorId}>{alerting(sentence)}</FormHelperText>}
    </FormControl>
  );
}

/** Read out also where the focus is in this input already. */
function alerting(sentence: string | undefined) {
  return sentence === undefined ? undefined : <span role="alert">{sentence}</span>;
}

function errorAt({ field, path, errors }: AnswerInputProps, name: string): string | undefined {
  const found = errors.find((error) => error.path === (name === '' ? path : `${path}.${name}`));
  return found && answerError(field, found.code);
}

function hintOf(field: AskedField): string | undefined {
  if (field.type === 'pattern') return de.cases.correction.example(field.example);
  return field.type === 'number' ? (field.unit ?? field.help) : field.help;
}
