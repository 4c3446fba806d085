import { describeRule, type OpeningRule } from '@amtsstube/shared/domain/appointments/opening-hours';
import type { Counter } from '@amtsstube/shared/domain/counter';
import { formatLocalDate } from '@amtsstube/shared/domain/time';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../texts/de.ts';
import { Part } from '../../ui/part.tsx';
import { SubmitForm } from '../../ui/submit-form.tsx';
import type { AppointmentData } from '../../ui/use-appointment-data.ts';
import { useFormDraft } from '../../ui/use-form-draft.ts';
import { useToday } from '../../ui/use-today.ts';
import { hitBy } from './hit-by.ts';
import { hoursDraft, inOrder, type LineProblem, readRules, type TypedRule, typedOf } from './hours-draft.ts';
import { RuleRow } from './rule-row.tsx';
import { useHitSave } from './use-hit-save.tsx';

interface WeeklyPartProps {
  readonly data: AppointmentData;
  readonly counter: Counter;
}

/** The weekly opening hours of a counter. What was begun is kept until it is saved or discarded. */
export function WeeklyPart({ data, counter }: WeeklyPartProps) {
  const today = useToday();
  const text = de.hours.weekly;
  const saving = useHitSave();
  const [begun, setBegun] = useFormDraft(`hours/${counter.id}`, hoursDraft);
  const [problems, setProblems] = useState<readonly (LineProblem | undefined)[]>([]);
  const [isUnchanged, setIsUnchanged] = useState(false);
  const present = inOrder(counter.openingHours ?? []);
  const from = begun?.from ?? [...present];
  const rows = begun?.rows ?? present.map(typedOf);
  const isOvertaken = begun !== undefined && said(begun.from) !== said(present);

  function change(changed: TypedRule[]): void {
    setProblems([]);
    setIsUnchanged(false);
    setBegun({ from: [...from], rows: changed });
  }
  function discard(): void {
    setProblems([]);
    setBegun(undefined);
  }
  function add(): void {
    const last = rows.at(-1);
    const start = { startsOn: formatLocalDate(today), endsOn: '', everyWeeks: 1, isInternal: false };
    change([...rows, { ...start, weekday: Math.min((last?.weekday ?? 0) + 1, 7), from: '', to: '' }]);
  }

  async function save(): Promise<void> {
    const read = readRules(rows, today);
    setProblems(read.ok ? [] : read.problems);
    if (!read.ok) return;
    const to = [...inOrder(read.read)];
    if (said(to) === said(present)) {
      setBegun(undefined);
      setIsUnchanged(true);
      return;
    }
    await saving.ask({
      hit: hitBy(data, { counter: { ...counter, openingHours: to } }),
      save: () =>
        saving.action.perform('setOpeningHours', {
          counterId: counter.id,
          // as it stands in the document: the server compares what she saw
          openingHours: {
            from: begun?.from && isOvertaken ? [...begun.from] : [...(counter.openingHours ?? [])],
            to,
          },
        }),
      saved: () => setBegun(undefined),
    });
  }

  return (
    <Part title={text.title}>
      <Typography sx={{ mb: 2 }}>{text.lead}</Typography>
      <SubmitForm onSubmit={save}>
        {isOvertaken && (
          <Alert severity="warning" sx={{ mb: 1 }}>
            {text.changedMeanwhile}
            <ul>
              {present.map((rule) => (
                <li key={describeRule(rule)}>{describeRule(rule)}</li>
              ))}
            </ul>
            <Button size="small" color="inherit" onClick={discard}>
              {text.takeTheirs}
            </Button>
            <Button size="small" color="inherit" onClick={() => setBegun({ from: [...present], rows })}>
              {text.keepMine}
            </Button>
          </Alert>
        )}
        {rows.length === 0 && <Typography>{text.none}</Typography>}
        <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
          {rows.map((row, index) => (
            <RuleRow
              // a line has no name of its own: it is the place in the list
              // biome-ignore lint/suspicious/noArrayIndexKey: lines move only when one is removed
              key={index}
              row={row}
              rows={rows}
              problem={problems[index]}
              onChange={(changed) =>
                change(rows.map((each, at) => (at === index ? { ...each, ...changed } : each)))
              }
              onCopy={() =>
                change([
                  ...rows.slice(0, index + 1),
                  { ...row, weekday: (row.weekday % 7) + 1 },
                  ...rows.slice(index + 1),
                ])
              }
              onRemove={() => change(rows.filter((_each, at) => at !== index))}
            />
          ))}
        </Box>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1.5 }}>
          <Button onClick={add}>{text.add}</Button>
          <Button type="submit" variant="contained" disabled={saving.action.state.state === 'saving'}>
            {text.save}
          </Button>
          {begun && <Button onClick={discard}>{text.discard}</Button>}
        </Box>
        <Box role="status" sx={{ mt: 1 }}>
          {begun && <Typography color="textSecondary">{text.begun}</Typography>}
          {isUnchanged && <Typography>{text.unchanged}</Typography>}
          {problems.some((problem) => problem) && (
            <Typography color="error">{de.hours.problems.check}</Typography>
          )}
        </Box>
        {saving.notice}
      </SubmitForm>
      {saving.dialog}
    </Part>
  );
}

function said(rules: readonly OpeningRule[]): string {
  return inOrder(rules).map(describeRule).join('; ');
}
