import type { OpId } from '@amtsstube/shared/domain/ids';
import type { Refusal } from '@amtsstube/shared/operations/refusal';

/** Answer to `do`. Only `saved` may be shown as "gespeichert". */
export type Saved =
  | { readonly result: 'saved'; readonly opId: OpId }
  /** Not written; what was typed must stay in the form. */
  | {
      readonly result: 'notSaved';
      readonly because: 'tooLarge' | 'journalUnwritable' | 'quotaExceeded' | 'invalid';
    }
  /** The rules refuse it already with what is known here; not written. */
  | { readonly result: 'refusedHere'; readonly reason: Refusal };
