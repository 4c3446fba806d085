import { formatInstant } from '@amtsstube/shared/domain/time';
import type { EnrolmentCodeAnswer, WorkstationList } from '@amtsstube/shared/replication/sign-in';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useCallback, useEffect, useState } from 'react';
import { de } from '../../texts/de.ts';
import type { AdminClient, AdminFailure } from '../../ui/admin-client.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Part } from '../../ui/part.tsx';

type Workstation = WorkstationList['workstations'][number];

/** Which devices may be worked on. The list is the server's: without a line there is none. */
export function DevicesPart({ admin }: { readonly admin: AdminClient }) {
  const [devices, setDevices] = useState<readonly Workstation[]>();
  const [failure, setFailure] = useState<AdminFailure>();
  const [code, setCode] = useState<EnrolmentCodeAnswer>();
  const [revoking, setRevoking] = useState<Workstation>();
  const text = de.admin.devices;

  const load = useCallback(async () => {
    const answered = await admin.workstations();
    setFailure(answered.ok ? undefined : answered.failure);
    if (answered.ok) setDevices(answered.answer);
  }, [admin]);
  useEffect(() => void load(), [load]);

  async function giveOut() {
    const answered = await admin.newCode();
    setFailure(answered.ok ? undefined : answered.failure);
    if (answered.ok) setCode(answered.answer);
  }

  async function revoke({ workstationId }: Workstation) {
    setRevoking(undefined);
    const answered = await admin.revoke(workstationId);
    if (!answered.ok) setFailure(answered.failure);
    else await load();
  }

  return (
    <Part title={text.title}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 2 }}>
        <Button variant="contained" onClick={() => void giveOut()}>
          {text.newCode}
        </Button>
        <Button onClick={() => void load()}>{text.reload}</Button>
      </Box>
      {code && (
        <Alert severity="success" sx={{ mb: 2 }}>
          {text.code}{' '}
          <Box
            component="strong"
            sx={{ fontSize: '1.375rem', letterSpacing: '0.06em', whiteSpace: 'nowrap' }}
          >
            {code.code}
          </Box>
          <br />
          {text.codeHelp(formatInstant(code.expiresAt))}
        </Alert>
      )}
      {failure && <Alert severity="error">{de.admin.failures[failure]}</Alert>}
      {devices?.length === 0 && <Typography>{text.none}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {devices?.map((device) => (
          <Box component="li" key={device.workstationId} sx={row}>
            <Box sx={{ minWidth: 0 }}>
              <Typography sx={{ fontWeight: 600 }}>{device.name}</Typography>
              <Typography variant="body2" color="textSecondary">
                {text.enrolled(formatInstant(device.enrolledAt))} ·{' '}
                {device.revokedAt
                  ? text.revoked(formatInstant(device.revokedAt))
                  : text.seen(device.lastSeenAt && formatInstant(device.lastSeenAt))}
              </Typography>
            </Box>
            {device.revokedAt === null && (
              <Button
                color="error"
                onClick={() => setRevoking(device)}
                aria-label={text.revokeOne(device.name)}
              >
                {text.revoke}
              </Button>
            )}
          </Box>
        ))}
      </Box>
      {revoking && (
        <ConfirmDialog
          open
          title={text.revokeTitle(revoking.name)}
          confirm={text.revoke}
          onConfirm={() => void revoke(revoking)}
          onCancel={() => setRevoking(undefined)}
        >
          <Typography>{text.revokeText}</Typography>
        </ConfirmDialog>
      )}
    </Part>
  );
}

const row = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: 1,
  py: 1,
  borderBottom: 1,
  borderColor: 'divider',
} as const;
