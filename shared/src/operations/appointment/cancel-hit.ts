import type { Actor } from '../../domain/actor.ts';
import type { Booking } from '../../domain/appointments/appointment.ts';
import { can } from '../../domain/permissions.ts';
import type { z } from '../../domain/zod.ts';
import { cancelAppointment } from './cancel-appointment.ts';

/** What is to be done so that those whom a change has hit know, each once. */
export interface HitToTell {
  readonly acts: readonly {
    readonly kind: typeof cancelAppointment.kind;
    readonly payload: z.infer<typeof cancelAppointment.payload>;
  }[];
  /** Whom no mail reaches: to be called. */
  readonly toCall: readonly Booking[];
  /** Of departments this person has no say in: somebody there has to. */
  readonly ofOthers: readonly Booking[];
}

/**
 * Cancels appointments that a change of opening hours, a closure or a blocked time has hit (`hitAppointments`), with a
 * reason that is told to each. To be done after the change itself: then nobody books these times meanwhile. Twice is
 * once, and so is its mail (K12).
 */
export function cancelHit(hit: readonly Booking[], reason: string, actor: Actor): HitToTell {
  const isHers = ({ departmentId }: Booking) => can(actor, { action: 'changeAppointment', in: departmentId });
  const hers = hit.filter(isHers);
  return {
    acts: hers.map(({ id }) => ({
      kind: cancelAppointment.kind,
      payload: { appointmentId: id, reason },
    })),
    toCall: hers.filter(({ visitor }) => visitor.email === null),
    ofOthers: hit.filter((each) => !isHers(each)),
  };
}
