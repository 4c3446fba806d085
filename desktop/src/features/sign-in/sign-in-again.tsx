import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, useState } from 'react';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { useObservable } from '../../ui/use-observable.ts';
import type { Enrol } from './enrol-form.tsx';
import type { TrySignIn } from './sign-in-attempt.ts';
import { SignInForm } from './sign-in-form.tsx';

/** The session has ended while the desk is open: work goes on, and signing in again is offered, not forced. */
export function SignInAgain({ trySignIn, enrol }: { readonly trySignIn: TrySignIn; readonly enrol: Enrol }) {
  const { desk } = useDesk();
  const health = useObservable(desk.health$, undefined);
  const [isOpen, setIsOpen] = useState(false);
  const titleId = useId();

  return (
    <>
      {health?.line.state === 'signedOut' && (
        <Alert
          severity="warning"
          square
          action={
            <Button color="inherit" size="small" onClick={() => setIsOpen(true)}>
              {de.signIn.again.open}
            </Button>
          }
        >
          {de.signIn.again.banner}
        </Alert>
      )}
      <Dialog
        open={isOpen}
        onClose={() => setIsOpen(false)}
        aria-labelledby={titleId}
        fullWidth
        maxWidth="xs"
      >
        <DialogTitle id={titleId}>{de.signIn.again.title}</DialogTitle>
        <DialogContent>
          <SignInForm
            trySignIn={trySignIn}
            enrol={enrol}
            onSignedIn={() => {
              setIsOpen(false);
              desk.syncNow();
            }}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={() => setIsOpen(false)}>{de.app.cancel}</Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
