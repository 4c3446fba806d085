import type { ClerkId } from '@amtsstube/shared/domain/ids';
import { formatInstant, type Instant } from '@amtsstube/shared/domain/time';
import { de } from '../../texts/de.ts';

/** A clerk who has worked on this device. */
export interface KnownClerk {
  readonly who: { readonly clerk: { readonly id: ClerkId; readonly name: string } };
  readonly email: string;
}

/** Why her password alone doesn't open the desk. */
export type UnlockRefused =
  | { readonly result: 'wrongPassword' | 'serverNeeded' | 'systemKeyLost' }
  | { readonly result: 'wait'; readonly until: Instant };

/** Given by the app. undefined: the desk opens. */
export type Unlock = (clerkId: ClerkId, password: string) => Promise<UnlockRefused | undefined>;

export function unlockSentence(refused: UnlockRefused | { readonly result: 'incomplete' }): string {
  const { problems } = de.signIn.unlock;
  return refused.result === 'wait' ? problems.wait(formatInstant(refused.until)) : problems[refused.result];
}
