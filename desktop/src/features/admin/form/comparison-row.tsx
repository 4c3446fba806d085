import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { de } from '../../../texts/de.ts';
import { labelOf } from './condition-problem.ts';
import { comparesFor, needsValue } from './draft-condition.ts';
import { allFields, compares, type DraftComparison, type DraftMember, type FormDraft } from './form-draft.ts';
import { NativeSelect } from './native-select.tsx';

interface ComparisonRowProps {
  readonly draft: FormDraft;
  /** What it can look at. */
  readonly before: readonly DraftMember[];
  readonly comparison: DraftComparison;
  readonly number: number;
  readonly isOnly: boolean;
  readonly onChange: (comparison: DraftComparison) => void;
  readonly onRemove: () => void;
}

/** `Hunderasse` `ist` `Listenhund`: question, comparison and, where it needs one, the answer. */
export function ComparisonRow(props: ComparisonRowProps) {
  const { draft, before, comparison, number, isOnly, onChange, onRemove } = props;
  const text = de.formEditor.condition;
  const canLookAt = before.some(({ id }) => id === comparison.fieldId);
  const field = allFields(draft).find(({ id }) => id === comparison.fieldId);
  const offered = field ? comparesFor(field.type) : compares;
  return (
    <Box sx={{ display: 'grid', gap: 1.5, pl: 1.5, pt: 1, borderLeft: 3, borderColor: 'divider' }}>
      <NativeSelect
        label={text.question}
        value={comparison.fieldId}
        options={[
          ...(canLookAt ? [] : [{ value: comparison.fieldId, label: strayLabel(draft, comparison.fieldId) }]),
          ...before.map(({ id }) => ({ value: id, label: labelOf(draft, id) })),
        ]}
        onChange={(fieldId) => {
          const type = before.find(({ id }) => id === fieldId)?.type;
          const compare = type ? (comparesFor(type)[0] ?? 'answered') : comparison.compare;
          onChange({ fieldId, compare, value: '' });
        }}
      />
      <NativeSelect
        label={text.compare}
        value={comparison.compare}
        options={[...new Set([comparison.compare, ...offered])].map((compare) => ({
          value: compare,
          label: text.compares[compare],
        }))}
        onChange={(chosen) => {
          const compare = compares.find((each) => each === chosen);
          if (compare) onChange({ ...comparison, compare });
        }}
      />
      {needsValue(comparison.compare) && (
        <ValueInput field={field} comparison={comparison} onChange={onChange} />
      )}
      {!isOnly && (
        <Button size="small" sx={{ justifySelf: 'start' }} onClick={onRemove}>
          {text.remove(number)}
        </Button>
      )}
    </Box>
  );
}

function strayLabel(draft: FormDraft, id: string): string {
  const text = de.formEditor.condition;
  if (id === '') return text.choose;
  return allFields(draft).some((field) => field.id === id) ? text.later(labelOf(draft, id)) : text.gone;
}

interface ValueInputProps {
  readonly field: DraftMember | undefined;
  readonly comparison: DraftComparison;
  readonly onChange: (comparison: DraftComparison) => void;
}

function ValueInput({ field, comparison, onChange }: ValueInputProps) {
  const text = de.formEditor.condition;
  const options = field && optionsOf(field, comparison);
  const change = (value: string) => onChange({ ...comparison, value });
  if (options === undefined)
    return (
      <TextField
        size="small"
        label={text.value}
        value={comparison.value}
        onChange={(event) => change(event.target.value)}
      />
    );
  const isKnown = options.some(({ value }) => value === comparison.value);
  return (
    <NativeSelect
      label={text.value}
      value={comparison.value}
      options={isKnown ? options : [{ value: comparison.value, label: text.choose }, ...options]}
      onChange={change}
    />
  );
}

function optionsOf(field: DraftMember, { compare }: DraftComparison) {
  const { yes, no } = de.cases.answerWords;
  if (compare === 'atLeast' || compare === 'atMost') return undefined;
  if (field.type === 'yesNo')
    return [
      { value: 'yes', label: yes },
      { value: 'no', label: no },
    ];
  return field.type === 'choice' || field.type === 'multipleChoice' ? field.options : undefined;
}
