import type { Refusal } from '@amtsstube/shared/operations/refusal';
import type { DetailsRefusal } from './details-page.ts';

/** What a person is told where the rule said no. */
export function saysOf(reason: Refusal): DetailsRefusal {
  switch (reason.code) {
    case 'slotNotFree':
      return whySlot(reason.why);
    case 'tooManyHolds':
      return 'tooManyHolds';
    case 'holdGone':
      return 'again';
    case 'visitNotOffered':
      return 'notOffered';
    default:
      return 'taken';
  }
}

function whySlot(why: Extract<Refusal, { code: 'slotNotFree' }>['why']): DetailsRefusal {
  switch (why) {
    case 'past':
    case 'tooSoon':
      return 'past';
    case 'closure':
    case 'closed':
    case 'internal':
    case 'offStep':
    case 'tooFar':
    case 'noSuchCounter':
    case 'notAtThisCounter':
    case 'blocked':
      return 'closed';
    case 'taken':
      return 'taken';
  }
}
