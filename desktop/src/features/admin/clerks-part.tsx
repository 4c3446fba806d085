import type { Clerk } from '@amtsstube/shared/domain/clerk';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../texts/de.ts';
import type { AdminClient } from '../../ui/admin-client.ts';
import { compareGerman } from '../../ui/german-text.ts';
import { useClerks, useSettingName } from '../../ui/names.ts';
import { Part } from '../../ui/part.tsx';
import { ClerkDialog } from './clerk-dialog.tsx';
import { InviteDialog } from './invite-dialog.tsx';

type Asking = { readonly what: 'new' } | { readonly what: 'change' | 'invite'; readonly clerk: Clerk };

/** Who works here: name, role, departments; the way in is an invitation by mail. */
export function ClerksPart({ admin }: { readonly admin: AdminClient }) {
  const clerks = useClerks().toSorted((a, b) => compareGerman(a.name, b.name));
  const nameOf = useSettingName();
  const [asking, setAsking] = useState<Asking>();
  const text = de.admin.clerks;
  const close = () => setAsking(undefined);

  return (
    <Part title={text.title}>
      <Button variant="contained" onClick={() => setAsking({ what: 'new' })} sx={{ mb: 1 }}>
        {text.add}
      </Button>
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {clerks.map((clerk) => (
          <Box component="li" key={clerk.id} sx={row}>
            <Box sx={{ minWidth: 0 }}>
              <Typography sx={{ fontWeight: 600 }}>{clerk.name}</Typography>
              <Typography variant="body2" color="textSecondary">
                {text.roles[clerk.role]}
                {clerk.departmentIds.length > 0 && ` · ${clerk.departmentIds.map(nameOf).join(', ')}`}
              </Typography>
            </Box>
            <Box sx={{ display: 'flex', gap: 1 }}>
              <Button
                onClick={() => setAsking({ what: 'change', clerk })}
                aria-label={text.changeOne(clerk.name)}
              >
                {text.change}
              </Button>
              <Button
                onClick={() => setAsking({ what: 'invite', clerk })}
                aria-label={text.inviteOne(clerk.name)}
              >
                {text.invite}
              </Button>
            </Box>
          </Box>
        ))}
      </Box>
      {asking?.what === 'new' && <ClerkDialog onClose={close} />}
      {asking?.what === 'change' && <ClerkDialog clerk={asking.clerk} onClose={close} />}
      {asking?.what === 'invite' && <InviteDialog clerk={asking.clerk} admin={admin} onClose={close} />}
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
