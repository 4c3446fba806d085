import { clerkId, opId } from './ids.ts';
import { instant } from './time.ts';

/** What every line of a case's history has. */
export const eventCommon = {
  opId,
  /** When the server decided it: what orders and counts. */
  at: instant,
  /** When the person did it, where that was noticeably earlier or later: "erfasst am" (S12). */
  takenAt: instant.optional(),
  /** The absent clerk the person stood in for. */
  forId: clerkId.optional(),
};
