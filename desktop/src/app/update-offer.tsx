import Button from '@mui/material/Button';
import Snackbar from '@mui/material/Snackbar';
import { useState } from 'react';
import { de } from '../texts/de.ts';
import { useObservable } from '../ui/use-observable.ts';
import type { AppUpdates } from './app-updates.ts';
import type { Session, SessionState } from './session-state.ts';

interface UpdateOfferProps {
  readonly updates: AppUpdates;
  readonly session: Pick<Session, 'state$' | 'settled'>;
}

/**
 * Offers a newer version; "later" keeps quiet until the next start. Not in a window that waits for another one to end: it
 * has nothing to reload for.
 */
export function UpdateOffer({ updates, session }: UpdateOfferProps) {
  const isAvailable = useObservable(updates.available$, false);
  const { state } = useObservable<SessionState, SessionState>(session.state$, { state: 'starting' });
  const [isPutOff, setIsPutOff] = useState(false);
  return (
    <Snackbar
      open={isAvailable && !isPutOff && state !== 'ownedElsewhere'}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
      message={de.app.update.text}
      action={
        <>
          <Button color="inherit" size="small" onClick={() => setIsPutOff(true)}>
            {de.app.update.later}
          </Button>
          <Button
            color="inherit"
            size="small"
            variant="outlined"
            // what is typed is on the disk before the page goes
            onClick={() => void session.settled().then(updates.apply)}
          >
            {de.app.update.reload}
          </Button>
        </>
      }
      slotProps={{ content: { role: 'status' } }}
    />
  );
}
