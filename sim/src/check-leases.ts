import type { Lease } from '@amtsstube/shared/domain/lease';
import { isTimeLease } from '@amtsstube/shared/domain/lease';
import type { Task } from '@amtsstube/shared/domain/task';
import { noteWish } from '@amtsstube/shared/operations/appointment/note-wish';
import { recordRestore } from '@amtsstube/shared/operations/settings/record-restore';
import type { LogRow, Read } from '@amtsstube/sync-server/store/store';
import { Red } from './red.ts';
import type { SimDesk } from './sim-desk.ts';

const everything = 1_000_000;
/** By who doesn't work there any more, of a counter that is gone, and of an appointment that others had moved or cancelled. */
const mayBeRefused: ReadonlySet<string> = new Set([
  'notAllowed',
  'noSuchCounter',
  'noSuchAppointment',
  'appointmentMoved',
  'appointmentCancelled',
]);

/**
 * [K8] (m) What a desk booked in its own lease is booked, at that very time: refused only where a lead took the lease back,
 * or where the server was put back to before it granted it.
 */
export async function checkLeases(
  read: Pick<Read, 'allDocuments'>,
  log: readonly LogRow[],
  desks: readonly Pick<SimDesk, 'clerk' | 'bookedInLease'>[],
): Promise<void> {
  const tasks = (await read.allDocuments('tasks', '', everything)).map(({ document }) => document);
  const open = (tasks as (Task | null)[]).find((each) => each?.wish?.settled === null);
  if (open) throw new Red(`[K11] (n) the wish ${open.id} got no answer`);
  const lost = log.find(
    ({ kind, result }) =>
      kind === noteWish.kind && result.decided === 'refused' && !mayBeRefused.has(result.reason.code),
  );
  if (lost) throw new Red(`[K11] (n) a wish was refused: ${JSON.stringify(lost.result)}`);
  if (log.some(({ kind }) => kind === recordRestore.kind)) return;
  const rows = new Map(log.map((row) => [row.opId, row]));
  const all = (await read.allDocuments('leases', '', everything)).map(({ document }) => document);
  const revoked = new Set(
    (all as (Lease | null)[]).flatMap((each) => (each && isTimeLease(each) && each.revoked ? [each.id] : [])),
  );
  for (const { clerk, bookedInLease } of desks)
    for (const { opId, leaseId } of bookedInLease) {
      const result = rows.get(opId)?.result;
      if (result?.decided === 'accepted' || revoked.has(leaseId)) continue;
      const why = result?.decided === 'refused' ? JSON.stringify(result.reason) : 'never decided';
      throw new Red(`(m) ${clerk.name} booked in lease ${leaseId}: ${why}`);
    }
}
