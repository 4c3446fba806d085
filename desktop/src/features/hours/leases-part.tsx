import { type TimeLease, unitsOf } from '@amtsstube/shared/domain/appointments/time-lease';
import { unitMinutes } from '@amtsstube/shared/domain/appointments/unit';
import { can } from '@amtsstube/shared/domain/permissions';
import { formatInstant, formatLocalDate } from '@amtsstube/shared/domain/time';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../texts/de.ts';
import { ActionNotice } from '../../ui/action-notice.tsx';
import { useDesk } from '../../ui/desk-context.tsx';
import { ListRow, RowList } from '../../ui/list-row.tsx';
import { useCounterName, useNameOf } from '../../ui/names.ts';
import { Part } from '../../ui/part.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { AppointmentData } from '../../ui/use-appointment-data.ts';
import { useToday } from '../../ui/use-today.ts';

/** As `revokeTime` takes it. */
const longestReason = 500;

/** Which PCs have times to themselves, and how a supervisor takes them back (K9). */
export function LeasesPart({ data }: { readonly data: AppointmentData }) {
  const { actor } = useDesk().desk;
  const nameOf = useNameOf();
  const today = useToday();
  const action = useAction();
  const [revoking, setRevoking] = useState<TimeLease>();
  const text = de.hours.leases;
  const counterName = useCounterName();
  const coming = data.leases
    .filter(
      ({ on, departmentId }) => on >= today && can(actor, { action: 'arrangeCounter', in: departmentId }),
    )
    .toSorted((a, b) => (a.on === b.on ? a.counterId.localeCompare(b.counterId) : a.on < b.on ? -1 : 1));
  const titleOf = ({ on, counterId }: TimeLease) => `${formatLocalDate(on)} · ${counterName(counterId)}`;
  return (
    <Part title={text.title}>
      <Typography sx={{ mb: 1 }}>{text.lead}</Typography>
      {coming.length === 0 && <Typography>{text.none}</Typography>}
      <RowList>
        {coming.map((lease) => (
          <ListRow
            key={lease.id}
            name={titleOf(lease)}
            facts={
              lease.revoked
                ? text.revoked(
                    nameOf(lease.revoked.byId),
                    formatInstant(lease.revoked.at),
                    lease.revoked.reason,
                  )
                : text.facts(
                    nameOf(lease.clerkId),
                    formatInstant(lease.grantedAt),
                    unitsOf(lease.free).length * unitMinutes,
                    lease.spent.length,
                  )
            }
          >
            {!lease.revoked && (
              <Button aria-label={text.revokeOne(titleOf(lease))} onClick={() => setRevoking(lease)}>
                {text.revoke}
              </Button>
            )}
          </ListRow>
        ))}
      </RowList>
      <ActionNotice state={action.state} />
      {revoking && (
        <ReasonDialog
          draftKey={`hours/revoke/${revoking.id}`}
          text={text.dialog}
          lead={text.dialog.lead(titleOf(revoking), nameOf(revoking.clerkId))}
          longest={longestReason}
          isSaving={action.state.state === 'saving'}
          onSave={(reason) => action.perform('revokeTime', { leaseId: revoking.id, reason })}
          onClose={() => setRevoking(undefined)}
        />
      )}
    </Part>
  );
}
