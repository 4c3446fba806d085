import { noteWish } from '@amtsstube/shared/operations/appointment/note-wish';
import type { Operation } from '@amtsstube/shared/operations/operation';
import Alert from '@mui/material/Alert';
import Link from '@mui/material/Link';
import { useEffect, useState } from 'react';
import { combineLatest } from 'rxjs';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { hrefOf } from '../../ui/place.ts';
import { WishesHandedOver, type WishesTold } from './wishes-handed-over.ts';

/** After the line was away: what became of the wishes, in one sentence and not one each (K11). */
export function WishesNotice() {
  const { desk } = useDesk();
  const [told, setTold] = useState<WishesTold>();
  useEffect(() => {
    const handedOver = new WishesHandedOver();
    const subscription = combineLatest([desk.outbox$, desk.refused$, desk.watchAll('tasks')]).subscribe(
      ([outbox, refused, tasks]) => {
        const next = handedOver.note({
          waiting: outbox.flatMap(({ operation }) => taskOf(operation)),
          refused: refused.flatMap(({ operation }) => taskOf(operation)),
          tasks,
        });
        if (next) setTold(next);
      },
    );
    return () => subscription.unsubscribe();
  }, [desk]);
  const text = de.work.tasks.wish;
  return (
    <div role="status">
      {told && (
        <Alert
          severity={told.calls > 0 ? 'warning' : 'success'}
          role="presentation"
          onClose={() => setTold(undefined)}
          closeText={de.app.close}
          sx={{ borderRadius: 0, displayPrint: 'none' }}
        >
          {text.became(told)}{' '}
          {told.calls > 0 && (
            <Link href={hrefOf({ screen: 'tasks' })} color="inherit" onClick={() => setTold(undefined)}>
              {text.toTasks}
            </Link>
          )}
        </Alert>
      )}
    </div>
  );
}

function taskOf({ kind, payload }: Pick<Operation, 'kind' | 'payload'>) {
  const noted = kind === noteWish.kind ? noteWish.payload.safeParse(payload).data : undefined;
  return noted ? [noted.taskId] : [];
}
