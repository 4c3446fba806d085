import type { OpId } from '@amtsstube/shared/domain/ids';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { de } from '../texts/de.ts';
import { useDesk } from './desk-context.tsx';
import type { ActionState } from './use-action.ts';
import { useObservable } from './use-observable.ts';

/** What became of the last action: said politely when saved, at once when not. The region is always there, or it isn't read out. */
export function ActionNotice({ state }: { readonly state: ActionState }) {
  return (
    <>
      <Box role="status" sx={{ '&:empty': { display: 'none' } }}>
        {state.state === 'saved' && <SavedNotice opId={state.opId} />}
      </Box>
      {state.state === 'failed' && <Alert severity="error">{state.sentence}</Alert>}
    </>
  );
}

/** Follows the operation through the three honest states. */
function SavedNotice({ opId }: { readonly opId: OpId }) {
  const { desk, storageIsLasting } = useDesk();
  const outbox = useObservable(desk.outbox$, undefined);
  const refused = useObservable(desk.refused$, undefined);
  const isRefused = refused?.some((entry) => entry.operation.opId === opId) ?? false;
  const isOpen = outbox?.some((entry) => entry.operation.opId === opId) ?? true;
  const isAtRisk = isOpen && !storageIsLasting;
  return (
    <Alert severity={isRefused || isAtRisk ? 'warning' : 'success'} role="presentation">
      <span>{de.saved.onThisDevice}</span>
      {isRefused && <span> · {de.saved.refused}</span>}
      {!isOpen && !isRefused && <span> · {de.saved.takenOver}</span>}
      {isAtRisk && <Box sx={{ mt: 0.5 }}>{de.saved.mayBeEvicted}</Box>}
    </Alert>
  );
}
