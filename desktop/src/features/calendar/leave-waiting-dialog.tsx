import type { WaitingPerson } from '@amtsstube/shared/replication/waiting-list';
import Alert from '@mui/material/Alert';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../texts/de.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useNameOf } from '../../ui/names.ts';
import { useAskServer } from '../../ui/use-ask-server.ts';
import { notDone } from './refused-words.ts';
import { openOfferWords } from './waiting-words.ts';

interface LeaveWaitingDialogProps {
  readonly person: WaitingPerson;
  readonly counterName: (id: string) => string;
  readonly onClose: () => void;
  readonly onDone: (severity: 'success' | 'warning', sentence: string) => void;
}

/** Takes somebody off the waiting list, and says before what she will and won't hear of it. */
export function LeaveWaitingDialog({ person, counterName, onClose, onDone }: LeaveWaitingDialogProps) {
  const { ask, isAsking } = useAskServer();
  const nameOf = useNameOf();
  const [problem, setProblem] = useState<string>();
  const { visitor, waitingId, openOffer } = person;
  const text = de.waitingList.removing;

  async function remove() {
    setProblem(undefined);
    const answer = await ask('leaveWaitingList', { waitingId });
    if (answer === undefined) return;
    const refused = notDone(answer, nameOf);
    if (refused) setProblem(refused.sentence);
    else if (answer.is === 'waiting') onDone('warning', text.waiting);
    else onDone('success', text.done(visitor.name));
  }

  return (
    <ConfirmDialog
      open
      title={text.title}
      confirm={text.confirm}
      busy={isAsking}
      onConfirm={() => void remove()}
      onCancel={onClose}
    >
      <Typography>{text.lead(visitor.name)}</Typography>
      {openOffer && (
        <Typography sx={{ mt: 1 }}>{text.openOffer(...openOfferWords(openOffer, counterName))}</Typography>
      )}
      {problem && (
        <Alert severity="error" sx={{ mt: 2 }}>
          {problem}
        </Alert>
      )}
    </ConfirmDialog>
  );
}
