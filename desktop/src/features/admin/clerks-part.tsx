import type { Clerk } from '@amtsstube/shared/domain/clerk';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../texts/de.ts';
import { AbsenceDialog } from '../../ui/absence/absence-dialog.tsx';
import { useHolderAway } from '../../ui/absence/use-absence.ts';
import { ActionNotice } from '../../ui/action-notice.tsx';
import type { AdminClient } from '../../ui/admin-client.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { ListRow, RowList } from '../../ui/list-row.tsx';
import { useSettingName } from '../../ui/names.ts';
import { Part } from '../../ui/part.tsx';
import { useAction } from '../../ui/use-action.ts';
import { useClerksInUse } from './admin-lists.ts';
import { ClerkDialog } from './clerk-dialog.tsx';
import { DeactivateDialog } from './deactivate-dialog.tsx';
import { InviteDialog } from './invite-dialog.tsx';

type Asking =
  | { readonly what: 'new' }
  | { readonly what: 'change' | 'absence' | 'invite' | 'deactivate'; readonly clerk: Clerk };

/** Who works here: name, role, departments; the way in is an invitation by mail. Who left stays in the list below. */
export function ClerksPart({ admin }: { readonly admin: AdminClient }) {
  const { active, former } = useClerksInUse();
  const nameOf = useSettingName();
  const awayOf = useHolderAway();
  const { actor } = useDesk().desk;
  const ownId = actor.kind === 'clerk' ? actor.clerkId : undefined;
  const [asking, setAsking] = useState<Asking>();
  const action = useAction();
  // a dialog doesn't begin with what went wrong in another
  const ask = (what: Asking) => {
    action.reset();
    setAsking(what);
  };
  const text = de.admin.clerks;
  const close = () => setAsking(undefined);

  return (
    <Part title={text.title}>
      <Button variant="contained" onClick={() => ask({ what: 'new' })} sx={{ mb: 1 }}>
        {text.add}
      </Button>
      <Box sx={{ mb: 1 }}>
        <ActionNotice state={action.state} />
      </Box>
      <RowList>
        {active.map((clerk) => (
          <ListRow
            key={clerk.id}
            name={clerk.name}
            facts={[text.roles[clerk.role], clerk.departmentIds.map(nameOf).join(', '), awayOf(clerk.id)]
              .filter((fact) => fact !== '')
              .join(' · ')}
          >
            {(['change', 'absence', 'invite', 'deactivate'] as const).map((what) => (
              <Button
                key={what}
                color={what === 'deactivate' ? 'error' : 'primary'}
                onClick={() => ask({ what, clerk })}
                aria-label={text.each[what](clerk.name)}
              >
                {text[what]}
              </Button>
            ))}
          </ListRow>
        ))}
      </RowList>
      {former.length > 0 && (
        <>
          <Typography component="h3" variant="h3">
            {text.former}
          </Typography>
          <RowList>
            {former.map((clerk) => (
              <ListRow key={clerk.id} name={clerk.name} facts={text.formerFacts}>
                <Button
                  onClick={() => void action.perform('putClerk', { action: 'reactivate', clerkId: clerk.id })}
                  aria-label={text.each.reactivate(clerk.name)}
                >
                  {text.reactivate}
                </Button>
              </ListRow>
            ))}
          </RowList>
        </>
      )}
      {asking?.what === 'new' && <ClerkDialog action={action} onClose={close} />}
      {asking?.what === 'change' && <ClerkDialog clerk={asking.clerk} action={action} onClose={close} />}
      {asking?.what === 'absence' && (
        <AbsenceDialog clerk={asking.clerk} isOwn={asking.clerk.id === ownId} onClose={close} />
      )}
      {asking?.what === 'invite' && <InviteDialog clerk={asking.clerk} admin={admin} onClose={close} />}
      {asking?.what === 'deactivate' && (
        <DeactivateDialog clerk={asking.clerk} action={action} onClose={close} />
      )}
    </Part>
  );
}
