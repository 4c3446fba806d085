import { type CollectionName, ref } from '@amtsstube/shared/domain/documents';
import { appointmentId, type MunicipalityId, type OpId, opId } from '@amtsstube/shared/domain/ids';
import { isTimeLease } from '@amtsstube/shared/domain/lease';
import { type Instant, instantOf, millisecondsOf } from '@amtsstube/shared/domain/time';
import { z } from '@amtsstube/shared/domain/zod';
import { longAgo } from '@amtsstube/shared/operations/appointment/booking-rules';
import {
  areOver,
  eraseAppointments,
  isLeaseOver,
  isOver,
  isWishOver,
} from '@amtsstube/shared/operations/appointment/erase-appointments';
import type { Kind, PayloadOf } from '@amtsstube/shared/operations/registry';
import { pageSize, pages } from '../admin/verify-municipality.ts';
import { heldUntil } from '../backup/held-mails.ts';
import type { CoreContext } from '../core-context.ts';
import { decideOperation } from '../execute/decide-operation.ts';
import { hintOf } from '../execute/hint-of.ts';
import { scan } from '../execute/scan.ts';
import { hashOf } from '../sign-in/secret.ts';
import type { LogRow, Read } from '../store/store.ts';

type Erasing = PayloadOf<'eraseAppointments'>;
export type ErasureLimits = Pick<Erasing, 'before' | 'ranOutBefore'>;

const day = 24 * 60 * 60 * 1000;
/** Of one run: what is left over waits for the next. */
const mostAtOnce = 1000;
const mostOperations = 20_000;

/** What is done with appointments, and whose mirrored documents hold a name. */
const kinds = [
  'requestBooking',
  'confirmBooking',
  'bookByClerk',
  'bookLeased',
  'noteWish',
  'moveAppointment',
  'cancelAppointment',
  'offerSlot',
  'joinWaitingList',
  'leaveWaitingList',
  'takeTicket',
  'callTicket',
  'changeTicket',
] as const satisfies readonly Kind[];

/** Appointments are kept so many days after they took place; what was never confirmed, a day. */
export function erasureLimits(keptDays: number, now: Instant): ErasureLimits {
  const earlier = (days: number) => instantOf(millisecondsOf(now) - days * day);
  return { before: earlier(keptDays), ranOutBefore: earlier(1) };
}

/**
 * Erases what nobody needs any more: appointments, what kept a time for a form, and the payloads of all that was done
 * with them and with those who wait no longer, refused ones too (S11). Mails about them that still wait go as well.
 * @returns what went; undefined: nothing had to, or somebody changed something meanwhile: the next run looks again
 */
export async function eraseOldAppointments(
  core: CoreContext,
  municipality: MunicipalityId,
  limits: ErasureLimits,
): Promise<Erasing | undefined> {
  const payload = await core.store.snapshot(municipality, (read) => planAppointmentErasure(read, limits));
  if (payload === undefined) return undefined;
  const at = core.now();
  const operation = {
    // no randomness: a seed of the simulation is the same to the last byte
    opId: opId.parse(`erase.${hashOf(JSON.stringify([payload, at]))}`),
    deviceId: null,
    kind: eraseAppointments.kind,
    v: eraseAppointments.v,
    payload,
    at,
  };
  const ids = new Set<string>(payload.appointmentIds);
  const decided = await core.store.transact(municipality, async (tx) => {
    const result = await decideOperation(tx, operation, { kind: 'system' }, at);
    if (result.outcome !== 'decided' || result.row.result.decided !== 'accepted') return undefined;
    for (const { id, effect } of await tx.dueEffects(heldUntil, 1_000_000)) {
      const isGone =
        (effect.kind === 'appointmentMail' && ids.has(effect.appointmentId)) ||
        (effect.kind === 'waitingMail' && !(await tx.document(ref('waitings', effect.waitingId)))?.document);
      if (isGone) await tx.removeEffect(id);
    }
    return result.row;
  });
  if (decided === undefined) return undefined;
  core.committed(municipality, hintOf([decided]));
  return payload;
}

/** undefined: there is nothing to be erased. */
export async function planAppointmentErasure(
  read: Read,
  limits: ErasureLimits,
): Promise<Erasing | undefined> {
  const all = await scan(read, ['appointments', 'holds', 'waitings', 'tasks', 'leases']);
  const [appointments, holds, waitings] = [all('appointments'), all('holds'), all('waitings')];
  const [tasks, leases] = [all('tasks'), all('leases')];
  if (appointments === 'unknown' || holds === 'unknown' || waitings === 'unknown') return undefined;
  if (tasks === 'unknown' || leases === 'unknown') return undefined;
  const going = appointments.filter((each) => isOver(each, limits)).slice(0, mostAtOnce);
  const appointmentIds = going.map(({ id }) => id);
  const gone = new Set<string>(appointmentIds);
  const ended = holds.filter((each) => areOver(each, limits)).slice(0, mostAtOnce);
  for (const { id } of ended) gone.add(id);
  const standing = new Set<string>(
    [
      ...appointments,
      ...waitings,
      ...holds,
      ...tasks.filter((each) => !isWishOver(each, limits)),
      ...leases.filter((each) => !isTimeLease(each) || !isLeaseOver(each, limits)),
    ].flatMap(({ id }) => (gone.has(id) ? [] : [id])),
  );
  const rows = await decisionsAbout(read, limits, standing);
  if (appointmentIds.length + ended.length + rows.length === 0) return undefined;
  const idsIn = (wanted: CollectionName) =>
    rows.flatMap(({ touched }) => touched.flatMap(({ collection, id }) => (collection === wanted ? id : [])));
  return {
    ...limits,
    appointmentIds,
    visitKeys: [...new Set([...ended.map(({ id }) => id), ...idsIn('holds')])] as Erasing['visitKeys'],
    waitingIds: [...new Set(idsIn('waitings'))] as Erasing['waitingIds'],
    taskIds: [...new Set(idsIn('tasks'))] as Erasing['taskIds'],
    leaseIds: [...new Set(idsIn('leases'))] as Erasing['leaseIds'],
    erased: rows.map(({ opId: id }) => id),
  };
}

/** What was done with nothing that still stands. */
async function decisionsAbout(
  read: Read,
  { ranOutBefore }: ErasureLimits,
  standing: ReadonlySet<string>,
): Promise<readonly LogRow[]> {
  const done = await erasuresSince(read, longAgo);
  const found: LogRow[] = [];
  for (const kind of kinds)
    for await (const row of rowsOf(read, kind)) {
      if (found.length >= mostOperations) return found;
      // what is new is about to become something
      if (done.has(row.opId) || row.decidedAt >= ranOutBefore) continue;
      const ids = await subjectsOf(read, row);
      if (ids.length > 0 && !ids.some((id) => standing.has(id))) found.push(row);
    }
  return found;
}

const subjects = z.object({
  appointmentId: appointmentId.nullish(),
  waitingId: z.string().optional(),
  ticketId: z.string().optional(),
});

/** What a decision wrote, or would have written; nothing: nobody knows any more. */
async function subjectsOf(read: Read, row: LogRow): Promise<readonly string[]> {
  if (row.touched.length > 0) return row.touched.map(({ id }) => id);
  const { data } = subjects.safeParse(await read.payload(row.opId));
  return [data?.appointmentId, data?.waitingId, data?.ticketId].filter((id) => typeof id === 'string');
}

/** The operations that erasures decided from `since` on have taken. */
export async function erasuresSince(read: Read, since: Instant): Promise<ReadonlySet<OpId>> {
  const erased = new Set<OpId>();
  for await (const row of rowsOf(read, eraseAppointments.kind)) {
    if (row.result.decided !== 'accepted' || row.decidedAt < since) continue;
    const payload = eraseAppointments.payload.safeParse(await read.payload(row.opId));
    for (const each of payload.data?.erased ?? []) erased.add(each);
  }
  return erased;
}

function rowsOf(read: Read, kind: string): AsyncGenerator<LogRow> {
  return pages((last: LogRow | undefined) => read.logOfKind(kind, last?.seq ?? 0, pageSize));
}
