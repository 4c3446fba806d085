import type { Booking } from '@amtsstube/shared/domain/appointments/appointment';
import { formatInstant } from '@amtsstube/shared/domain/time';
import { cancelHit } from '@amtsstube/shared/operations/appointment/cancel-hit';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { type ReactNode, useState } from 'react';
import { de } from '../../texts/de.ts';
import { ActionNotice } from '../../ui/action-notice.tsx';
import { useDesk } from '../../ui/desk-context.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { Hit } from './hit-by.ts';
import { HitDialog } from './hit-dialog.tsx';

/** A change of when counters receive people. */
export interface HoursChange {
  readonly hit: Hit;
  /** Saves the change itself. */
  readonly save: () => Promise<boolean>;
  readonly saved: () => void;
}

/** What came of cancelling whom a change hit. */
interface Told {
  readonly cancelled: number;
  readonly toCall: readonly Booking[];
  readonly ofOthers: readonly Booking[];
  /** Not saved: they still have their appointments. */
  readonly failed: readonly Booking[];
}

/**
 * Saves a change of opening hours; where it hits somebody, it is said before who, and she decides whether those are
 * cancelled and told. The change comes first, so that nobody books these times meanwhile.
 */
export function useHitSave() {
  const { actor } = useDesk().desk;
  const action = useAction();
  const cancelling = useAction();
  const [asked, setAsked] = useState<HoursChange>();
  const [told, setTold] = useState<Told>();

  async function ask(change: HoursChange): Promise<void> {
    setTold(undefined);
    const { bookings, unseen } = change.hit;
    if (bookings.length > 0 || unseen.length > 0) setAsked(change);
    else if (await change.save()) change.saved();
  }

  async function save(change: HoursChange, reason: string | undefined): Promise<void> {
    if (!(await change.save())) return;
    setAsked(undefined);
    change.saved();
    if (reason === undefined) return;
    const { acts, toCall, ofOthers } = cancelHit(change.hit.bookings, reason, actor);
    const failed: Booking[] = [];
    for (const { kind, payload } of acts)
      if (!(await cancelling.perform(kind, payload)))
        failed.push(...change.hit.bookings.filter(({ id }) => id === payload.appointmentId));
    const isCancelled = (each: Booking) => !failed.includes(each);
    setTold({ cancelled: acts.length - failed.length, toCall: toCall.filter(isCancelled), ofOthers, failed });
  }

  const dialog: ReactNode = asked && (
    <HitDialog
      hit={asked.hit}
      action={action}
      onSave={(reason) => void save(asked, reason)}
      onCancel={() => setAsked(undefined)}
    />
  );
  const notice: ReactNode = (
    <Box role="status" sx={{ display: 'grid', gap: 1, mt: 1 }}>
      <ActionNotice state={action.state} />
      {told && <ToldNotice told={told} onClose={() => setTold(undefined)} />}
    </Box>
  );
  return { action, ask, isAsking: asked !== undefined, dialog, notice };
}

function ToldNotice({ told, onClose }: { readonly told: Told; readonly onClose: () => void }) {
  const text = de.hours.hit;
  return (
    <Alert severity={told.failed.length > 0 ? 'warning' : 'success'} onClose={onClose}>
      {text.cancelled(told.cancelled)}
      <People title={text.toCall} people={told.toCall} />
      <People title={text.ofOthers} people={told.ofOthers} />
      <People title={text.failed} people={told.failed} />
    </Alert>
  );
}

function People({ title, people }: { readonly title: string; readonly people: readonly Booking[] }) {
  if (people.length === 0) return null;
  return (
    <>
      <Box sx={{ mt: 1, fontWeight: 600 }}>{title}</Box>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {people.map(({ id, visitor, startsAt }) => (
          <li key={id}>{text(visitor, formatInstant(startsAt))}</li>
        ))}
      </Box>
    </>
  );
}

function text({ name, phone }: Booking['visitor'], at: string): string {
  return de.hours.hit.person(name, at, phone);
}
