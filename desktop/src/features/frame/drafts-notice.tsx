import Alert from '@mui/material/Alert';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { useObservable } from '../../ui/use-observable.ts';

/** Says that what is being typed is in memory alone, while there is still time to make room. */
export function DraftsNotice() {
  const { drafts } = useDesk();
  const isKept = useObservable(drafts.isKept$, true);
  return (
    <div role="alert">
      {!isKept && (
        <Alert severity="error" role="presentation" sx={{ borderRadius: 0 }}>
          {de.drafts.notKept}
        </Alert>
      )}
    </div>
  );
}
