import type { Clerk } from '@amtsstube/shared/domain/clerk';
import type { InvitationAnswer } from '@amtsstube/shared/replication/sign-in';
import Alert from '@mui/material/Alert';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../texts/de.ts';
import type { AdminClient, AdminFailure } from '../../ui/admin-client.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { OwnText } from '../../ui/own-text.tsx';

interface InviteDialogProps {
  readonly clerk: Clerk;
  readonly admin: AdminClient;
  readonly onClose: () => void;
}

/** An account for a clerk, or a new password for it. Where no mail goes out, the link is shown to be handed over. */
export function InviteDialog({ clerk, admin, onClose }: InviteDialogProps) {
  const [email, setEmail] = useState('');
  const [isTrying, setIsTrying] = useState(false);
  const [failure, setFailure] = useState<AdminFailure | 'email'>();
  const [invited, setInvited] = useState<InvitationAnswer>();
  const text = de.admin.invitation;

  async function invite() {
    if (invited) return onClose();
    if (!/^\S+@\S+\.\S+$/.test(email.trim())) return setFailure('email');
    setIsTrying(true);
    setFailure(undefined);
    const answered = await admin.invite(clerk.id, email.trim()).finally(() => setIsTrying(false));
    if (answered.ok) setInvited(answered.answer);
    else setFailure(answered.failure);
  }

  return (
    <ConfirmDialog
      open
      title={text.title(clerk.name)}
      confirm={invited ? de.app.close : text.send}
      busy={isTrying}
      onConfirm={() => void invite()}
      onCancel={onClose}
    >
      {invited ? (
        <>
          <Alert severity={invited.mailed ? 'success' : 'warning'} sx={{ mb: 2 }}>
            {invited.mailed ? text.mailed(email.trim()) : text.notMailed}
          </Alert>
          {!invited.mailed && <OwnText label={text.link} text={invited.link} />}
        </>
      ) : (
        <>
          <Typography sx={{ mb: 2 }}>{text.lead}</Typography>
          <TextField
            autoFocus
            fullWidth
            type="email"
            label={text.email}
            value={email}
            error={failure === 'email'}
            onChange={(event) => setEmail(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 254, autoComplete: 'off' } }}
          />
          {failure && (
            <Alert severity="error" sx={{ mt: 2 }}>
              {failure === 'email' ? text.noEmail : de.admin.failures[failure]}
            </Alert>
          )}
        </>
      )}
    </ConfirmDialog>
  );
}
