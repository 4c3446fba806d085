import type { OpeningException } from '@amtsstube/shared/domain/appointments/opening-hours';
import type { Counter } from '@amtsstube/shared/domain/counter';
import { formatLocalDate } from '@amtsstube/shared/domain/time';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../texts/de.ts';
import { ListRow, RowList } from '../../ui/list-row.tsx';
import { Part } from '../../ui/part.tsx';
import type { AppointmentData } from '../../ui/use-appointment-data.ts';
import { useToday } from '../../ui/use-today.ts';
import { weekdayOf } from '../../ui/weekday.ts';
import { ExceptionDialog } from './exception-dialog.tsx';
import { hitBy } from './hit-by.ts';
import { useHitSave } from './use-hit-save.tsx';

interface ExceptionsPartProps {
  readonly data: AppointmentData;
  readonly counter: Counter;
}

/** Days that are otherwise than the week; those that are over are not listed. */
export function ExceptionsPart({ data, counter }: ExceptionsPartProps) {
  const today = useToday();
  const text = de.hours.exceptions;
  const [asking, setAsking] = useState<{ readonly before: OpeningException | undefined }>();
  const saving = useHitSave();
  const all = counter.exceptions ?? [];
  const coming = all.filter(({ on }) => on >= today);

  /** @param to null: as every week */
  async function put(
    on: OpeningException['on'],
    to: OpeningException | null,
    saved: () => void = () => undefined,
  ): Promise<void> {
    const exceptions = [...all.filter((each) => each.on !== on), ...(to ? [to] : [])];
    await saving.ask({
      hit: hitBy(data, { counter: { ...counter, exceptions } }),
      save: () =>
        saving.action.perform('setException', {
          counterId: counter.id,
          on,
          exception: { from: all.find((each) => each.on === on) ?? null, to },
        }),
      saved,
    });
  }

  return (
    <Part title={text.title}>
      <Typography sx={{ mb: 1 }}>{text.lead}</Typography>
      <Button onClick={() => setAsking({ before: undefined })}>{text.add}</Button>
      {coming.length === 0 && <Typography>{text.none}</Typography>}
      <RowList>
        {coming.map((each) => {
          const day = `${weekdayOf(each.on)}, ${formatLocalDate(each.on)}`;
          return (
            <ListRow key={each.on} name={day} facts={text.facts(timesOf(each), each.reason)}>
              <Button onClick={() => setAsking({ before: each })} aria-label={text.changeOne(day)}>
                {text.change}
              </Button>
              <Button onClick={() => void put(each.on, null)} aria-label={text.removeOne(day)}>
                {text.remove}
              </Button>
            </ListRow>
          );
        })}
      </RowList>
      {saving.notice}
      {asking && !saving.isAsking && (
        <ExceptionDialog
          key={asking.before?.on ?? 'new'}
          counter={counter}
          before={asking.before}
          action={saving.action}
          onSave={(exception, forget) =>
            void put(exception.on, exception, () => {
              forget();
              setAsking(undefined);
            })
          }
          onClose={() => setAsking(undefined)}
        />
      )}
      {saving.dialog}
    </Part>
  );
}

function timesOf({ ranges }: OpeningException): string {
  const text = de.hours.exceptions;
  if (ranges.length === 0) return text.closed;
  return ranges
    .map(({ from, to, share }) => (share === 'web' ? `${from}–${to}` : text.internal(`${from}–${to}`)))
    .join(', ');
}
