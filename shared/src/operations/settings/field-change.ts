import { z } from '../../domain/zod.ts';
import { type Outcome, refused } from '../outcome.ts';

/** One field, changed on the basis of what the person saw: another's change of it in between is not undone unseen. */
export interface FieldChange<T> {
  readonly from: T;
  readonly to: T;
}

export function fieldChange<T extends z.ZodType>(field: T) {
  return z.strictObject({ from: field, to: field });
}

/** As much of a text as a refusal holds. */
const longestShown = 600;

/**
 * The refusal for the first field that somebody else changed to something third; undefined: all can be applied. Who
 * wants what stands there already is not refused.
 */
export function changedMeanwhile(
  now: Readonly<Record<string, string | undefined>>,
  changes: Readonly<Record<string, FieldChange<string> | undefined>>,
): Outcome | undefined {
  for (const [field, change] of Object.entries(changes)) {
    if (change === undefined) continue;
    const present = now[field] ?? '';
    if (present !== change.from && present !== change.to)
      return refused({ code: 'changedMeanwhile', field, now: present.slice(0, longestShown) });
  }
  return undefined;
}
