import Button from '@mui/material/Button';
import Snackbar from '@mui/material/Snackbar';
import { useState } from 'react';
import { de } from '../texts/de.ts';
import { useObservable } from '../ui/use-observable.ts';
import type { AppUpdates } from './app-updates.ts';

interface UpdateOfferProps {
  readonly updates: AppUpdates;
  /** Awaited before the page goes: what is typed is on the disk by then. */
  readonly settled: () => Promise<void>;
}

/** Offers a newer version; "later" keeps quiet until the next start. */
export function UpdateOffer({ updates, settled }: UpdateOfferProps) {
  const isAvailable = useObservable(updates.available$, false);
  const [isPutOff, setIsPutOff] = useState(false);
  return (
    <Snackbar
      open={isAvailable && !isPutOff}
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
            onClick={() => void settled().then(updates.apply)}
          >
            {de.app.update.reload}
          </Button>
        </>
      }
      slotProps={{ content: { role: 'status' } }}
    />
  );
}
