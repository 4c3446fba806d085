import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { NEVER } from 'rxjs';
import { de } from '../../texts/de.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useDesk } from '../../ui/desk-context.tsx';
import { hrefOf } from '../../ui/place.ts';
import { useObservable } from '../../ui/use-observable.ts';

interface SignOutDialogProps {
  readonly open: boolean;
  readonly onStay: () => void;
  readonly onSignOut: () => void;
}

/** Says what signing out means now: changes that wait or were refused, no line to come back, drafts that go. */
export function SignOutDialog({ open, onStay, onSignOut }: SignOutDialogProps) {
  const { desk, drafts } = useDesk();
  const operations = useObservable(desk.outbox$, undefined)?.length ?? 0;
  const files = useObservable(desk.files?.waiting$ ?? NEVER, undefined)?.length ?? 0;
  const waiting = operations + files;
  const refused = useObservable(desk.refused$, undefined)?.length ?? 0;
  const line = useObservable(desk.health$, undefined)?.line;
  const text = de.signIn.out;
  const sentences = [
    waiting > 0 && text.waiting(waiting),
    refused > 0 && text.refused(refused),
    waiting + refused === 0 && text.clean,
    line?.state === 'offline' && text.offline,
    open && drafts.has() && text.drafts,
  ].filter((sentence) => typeof sentence === 'string');
  return (
    <ConfirmDialog
      open={open}
      title={text.title}
      confirm={sentences.length === 1 && waiting + refused === 0 ? text.confirm : text.confirmAnyway}
      cancel={text.stay}
      onConfirm={onSignOut}
      onCancel={onStay}
    >
      {sentences.map((sentence) => (
        <Typography key={sentence} sx={{ mb: 1.5 }}>
          {sentence}
        </Typography>
      ))}
      {refused > 0 && (
        <Link href={hrefOf({ screen: 'refused' })} onClick={onStay}>
          {de.refusedChanges.toList}
        </Link>
      )}
    </ConfirmDialog>
  );
}
