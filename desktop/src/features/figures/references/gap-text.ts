import { assertNever } from '@amtsstube/shared/domain/assert-never';
import type { ClerkId } from '@amtsstube/shared/domain/ids';
import { de } from '../../../texts/de.ts';
import type { Gap } from './number-series.ts';

/** Why there is no case under a number, for whoever checks the books. */
export function gapText(gap: Gap, clerkName: (id: ClerkId) => string): string {
  const text = de.references.why;
  switch (gap.why) {
    case 'held':
      return gap.isEnded ? text.ended(clerkName(gap.clerkId)) : text.held(clerkName(gap.clerkId));
    case 'caseNotHere':
      return text.caseNotHere;
    case 'unknown':
      return text.unknown;
    default:
      return assertNever(gap);
  }
}
