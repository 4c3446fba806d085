import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { de } from '../../../texts/de.ts';
import { ComparisonRow } from './comparison-row.tsx';
import { comparesFor } from './draft-condition.ts';
import { fieldsBefore } from './fields-before.ts';
import type { DraftComparison, DraftCondition, DraftMember, FormDraft } from './form-draft.ts';
import { NativeSelect } from './native-select.tsx';

interface ConditionSettingsProps {
  readonly draft: FormDraft;
  /** The question that has the condition; undefined: a document, which can look at all of them. */
  readonly of: DraftMember | undefined;
  readonly when: DraftCondition;
  readonly title: string;
  readonly problem: string | undefined;
  readonly onChange: (when: DraftCondition) => void;
}

/** On which earlier answers something hangs, chosen from lists. What is wrong with it stands right here. */
export function ConditionSettings(props: ConditionSettingsProps) {
  const { draft, of, when, title, problem, onChange } = props;
  const titleId = useId();
  const problemId = useId();
  const text = de.formEditor.condition;
  const before = fieldsBefore(draft, of?.id).filter(({ type }) => comparesFor(type).length > 0);
  const simple = when.kind === 'simple' ? when : undefined;
  const begin = (): DraftCondition => ({ kind: 'simple', combine: 'all', comparisons: [first(before)] });
  const withComparisons = (comparisons: DraftComparison[]) =>
    onChange({ kind: 'simple', combine: simple?.combine ?? 'all', comparisons });
  return (
    <Box
      role="group"
      aria-labelledby={titleId}
      {...(problem !== undefined && { 'aria-describedby': problemId })}
      sx={{ display: 'grid', gap: 1 }}
    >
      <FormLabel id={titleId} error={problem !== undefined}>
        {title}
      </FormLabel>
      {before.length === 0 && when.kind === 'always' ? (
        <Typography variant="body2" color="textSecondary">
          {text.noEarlier}
        </Typography>
      ) : (
        <RadioGroup
          row
          aria-labelledby={titleId}
          value={when.kind === 'always' ? 'always' : 'when'}
          onChange={(_event, chosen) => onChange(chosen === 'always' ? { kind: 'always' } : begin())}
        >
          <FormControlLabel value="always" control={<Radio size="small" />} label={text.always} />
          <FormControlLabel value="when" control={<Radio size="small" />} label={text.when} />
        </RadioGroup>
      )}
      {when.kind === 'composed' && (
        <>
          <Typography variant="body2">{text.composed}</Typography>
          <Button size="small" sx={{ justifySelf: 'start' }} onClick={() => onChange(begin())}>
            {text.replace}
          </Button>
        </>
      )}
      {simple && simple.comparisons.length > 1 && (
        <NativeSelect
          label={text.combine}
          value={simple.combine}
          options={[
            { value: 'all', label: text.all },
            { value: 'any', label: text.any },
          ]}
          onChange={(combine) => onChange({ ...simple, combine: combine === 'any' ? 'any' : 'all' })}
        />
      )}
      {numbered(simple?.comparisons ?? []).map(({ comparison, index, place }) => (
        <ComparisonRow
          key={place}
          draft={draft}
          before={before}
          comparison={comparison}
          number={index + 1}
          isOnly={simple?.comparisons.length === 1}
          onChange={(changed) => withComparisons(simple?.comparisons.with(index, changed) ?? [])}
          onRemove={() => withComparisons(simple?.comparisons.toSpliced(index, 1) ?? [])}
        />
      ))}
      {problem !== undefined && (
        <FormHelperText id={problemId} error role="alert">
          {problem}
        </FormHelperText>
      )}
      {simple && (
        <Button
          size="small"
          sx={{ justifySelf: 'start' }}
          onClick={() => withComparisons([...simple.comparisons, first(before)])}
        >
          {text.add}
        </Button>
      )}
    </Box>
  );
}

/** Conditions have no names of their own: they are known by their place. */
function numbered(comparisons: readonly DraftComparison[]) {
  return comparisons.map((comparison, index) => ({
    comparison,
    index,
    place: de.formEditor.condition.remove(index + 1),
  }));
}

/** On the question right before, which is the one most conditions are about. */
function first(before: readonly DraftMember[]): DraftComparison {
  const field = before.at(-1);
  return {
    fieldId: field?.id ?? '',
    compare: field ? (comparesFor(field.type)[0] ?? 'answered') : 'answered',
    value: '',
  };
}
