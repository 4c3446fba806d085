import type { Closure } from '@amtsstube/shared/domain/appointments/booking-settings';
import { formatLocalDate } from '@amtsstube/shared/domain/time';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../texts/de.ts';
import { ListRow, RowList } from '../../ui/list-row.tsx';
import { Part } from '../../ui/part.tsx';
import type { AppointmentData } from '../../ui/use-appointment-data.ts';
import { useToday } from '../../ui/use-today.ts';
import { ClosureDialog } from './closure-dialog.tsx';
import { hitBy } from './hit-by.ts';
import { useHitSave } from './use-hit-save.tsx';

/** Whole days on which counters are shut; those that are over are not listed. */
export function ClosuresPart({ data }: { readonly data: AppointmentData }) {
  const today = useToday();
  const text = de.hours.closures;
  const [isAdding, setIsAdding] = useState(false);
  const saving = useHitSave();
  const coming = data.booking.closures
    .filter(({ lastOn }) => lastOn >= today)
    .toSorted((a, b) => (a.firstOn < b.firstOn ? -1 : 1));
  const names = new Map<string, string>(data.counters.map(({ id, name }) => [id, name]));

  async function add(closure: Closure, forget: () => void): Promise<void> {
    const booking = { ...data.booking, closures: [...data.booking.closures, closure] };
    const hit = hitBy(data, { booking });
    const { counterIds } = closure;
    await saving.ask({
      hit: { ...hit, unseen: hit.unseen.filter(({ id }) => counterIds?.includes(id) ?? true) },
      save: () => saving.action.perform('setClosure', { action: 'add', closure }),
      saved: () => {
        forget();
        setIsAdding(false);
      },
    });
  }

  return (
    <Part title={text.title}>
      <Typography sx={{ mb: 1 }}>{text.lead}</Typography>
      <Button onClick={() => setIsAdding(true)}>{text.add}</Button>
      {coming.length === 0 && <Typography>{text.none}</Typography>}
      <RowList>
        {coming.map(({ id, name, firstOn, lastOn, counterIds }) => (
          <ListRow
            key={id}
            name={text.days(formatLocalDate(firstOn), formatLocalDate(lastOn))}
            facts={`${name} · ${counterIds ? counterIds.map((each) => names.get(each) ?? each).join(', ') : text.all}`}
          >
            <Button
              aria-label={text.removeOne(name)}
              onClick={() => void saving.action.perform('setClosure', { action: 'remove', closureId: id })}
            >
              {text.remove}
            </Button>
          </ListRow>
        ))}
      </RowList>
      {saving.notice}
      {isAdding && !saving.isAsking && (
        <ClosureDialog
          counters={data.counters}
          action={saving.action}
          onSave={(closure, forget) => void add(closure, forget)}
          onClose={() => setIsAdding(false)}
        />
      )}
      {saving.dialog}
    </Part>
  );
}
