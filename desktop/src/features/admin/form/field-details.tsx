import { fileKind } from '@amtsstube/shared/domain/blob';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import TextField from '@mui/material/TextField';
import { useId } from 'react';
import { de } from '../../../texts/de.ts';
import type { FieldSettingsProps } from './field-settings-props.ts';
import type { DraftField } from './form-draft.ts';
import { newId } from './new-id.ts';
import { linesOf, optionsIn } from './option-lines.ts';

type TextPart = {
  [K in keyof DraftField]: DraftField[K] extends string ? K : never;
}[keyof DraftField] &
  keyof typeof de.formEditor.field;

/** What only this kind of question has: its choices, its limits. */
export function FieldDetails(props: FieldSettingsProps) {
  const { field, onChange, problemAt } = props;
  const text = de.formEditor.field;
  const input = (part: TextPart, isLong = false) => (
    <DetailInput key={part} {...props} part={part} isLong={isLong} />
  );
  switch (field.type) {
    case 'text':
      return (
        <>
          {input('maxLength')}
          {field.expression !== '' && [input('expression'), input('says')]}
        </>
      );
    case 'longText':
      return input('maxLength');
    case 'pattern':
      return <>{[input('expression'), input('example'), input('says'), input('maxLength')]}</>;
    case 'number':
      return <Box sx={pairs}>{[input('minimum'), input('maximum'), input('decimals'), input('unit')]}</Box>;
    case 'money':
      return <Box sx={pairs}>{[input('minimum'), input('maximum')]}</Box>;
    case 'choice':
    case 'multipleChoice':
      return (
        <TextField
          label={text.options}
          value={linesOf(field.options)}
          onChange={(event) => onChange({ options: optionsIn(event.target.value, field.options, newId) })}
          error={problemAt('options') !== undefined}
          helperText={problemAt('options')}
          multiline
          minRows={3}
        />
      );
    case 'address':
      return (
        <FormControlLabel
          label={text.isApplicants}
          control={
            <Checkbox
              checked={field.isApplicants}
              onChange={(_event, isApplicants) => onChange({ isApplicants })}
            />
          }
        />
      );
    case 'person':
      return (
        <Ticks
          label={text.asks}
          options={['birthName', 'bornOn', 'birthPlace', 'nationality'] as const}
          names={de.formEditor.asks}
          chosen={field.asks}
          problem={undefined}
          onChange={(asks) => onChange({ asks })}
        />
      );
    case 'upload':
      return (
        <>
          <Ticks
            label={text.accepts}
            options={fileKind.options}
            names={de.formEditor.kinds}
            chosen={field.accepts}
            problem={problemAt('accepts')}
            onChange={(accepts) => onChange({ accepts })}
          />
          {input('maximumCount')}
        </>
      );
    case 'information':
      return input('text', true);
    case 'group':
      return (
        <>
          {input('entryTitle')}
          {input('addLabel')}
          <Box sx={pairs}>{[input('minimumCount'), input('maximumCount')]}</Box>
        </>
      );
    default:
      return null;
  }
}

function DetailInput(props: FieldSettingsProps & { readonly part: TextPart; readonly isLong: boolean }) {
  const { field, onChange, problemAt, part, isLong } = props;
  const text = de.formEditor.field;
  const problem = problemAt(part);
  return (
    <TextField
      label={text[part] as string}
      value={field[part]}
      onChange={(event) => onChange({ [part]: event.target.value })}
      error={problem !== undefined}
      helperText={problem ?? (part === 'expression' ? text.expressionHelp : undefined)}
      multiline={isLong}
      slotProps={{ htmlInput: { autoComplete: 'off' } }}
    />
  );
}

interface TicksProps<T extends string> {
  readonly label: string;
  readonly options: readonly T[];
  readonly names: Readonly<Record<T, string>>;
  readonly chosen: readonly T[];
  readonly problem: string | undefined;
  readonly onChange: (chosen: T[]) => void;
}

function Ticks<T extends string>({ label, options, names, chosen, problem, onChange }: TicksProps<T>) {
  const labelId = useId();
  return (
    <Box role="group" aria-labelledby={labelId}>
      <FormLabel id={labelId}>{label}</FormLabel>
      <Box sx={{ display: 'flex', flexWrap: 'wrap' }}>
        {options.map((option) => (
          <FormControlLabel
            key={option}
            label={names[option]}
            control={
              <Checkbox
                size="small"
                checked={chosen.includes(option)}
                onChange={(_event, isChosen) =>
                  onChange(options.filter((each) => (each === option ? isChosen : chosen.includes(each))))
                }
              />
            }
          />
        ))}
      </Box>
      {problem !== undefined && <FormHelperText error>{problem}</FormHelperText>}
    </Box>
  );
}

const pairs = {
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(8rem, 100%), 1fr))',
  gap: 2,
} as const;
