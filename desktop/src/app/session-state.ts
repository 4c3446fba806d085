import type { Desk } from '../data/desk.ts';
import type { SignInResult } from '../data/sign-in-client.ts';
import type { AdminClient } from '../ui/admin-client.ts';
import type { Drafts } from '../ui/drafts.ts';
import type { SignedInClerk } from '../vault/device-file.ts';
import type { KnownClerk, Unlocked } from '../vault/vaults.ts';

/** What the window shows: exactly one of these. */
export type SessionState =
  | { readonly state: 'starting' }
  | { readonly state: 'ownedElsewhere' }
  | { readonly state: 'noStorage' }
  /** Device file or journal. Nothing was changed. */
  | { readonly state: 'unreadable'; readonly reason: 'newer' | 'damaged' }
  /** A bug or a broken disk; `detail` is for support. */
  | { readonly state: 'failed'; readonly detail: string }
  | { readonly state: 'notEnrolled'; readonly wasRevoked: boolean }
  | {
      readonly state: 'locked';
      readonly municipalityName: string;
      readonly clerks: readonly KnownClerk[];
    }
  /** This clerk's former key is lost, and with it what her journal here held; the file was put aside. */
  | { readonly state: 'journalPutAside'; readonly keptAs: readonly string[]; readonly goOn: () => void }
  | {
      readonly state: 'open';
      readonly desk: Desk;
      readonly who: SignedInClerk;
      readonly drafts: Drafts;
      /** Set when the clerk is an administrator. */
      readonly admin: AdminClient | undefined;
      readonly storageIsLasting: boolean;
    };

/**
 * `otherClerk`: signed in again, but as somebody else, while a desk is open. `notKept`: this device can't store it.
 * `vaultLocked`: neither password nor server open what this clerk has here.
 */
export type SignInFailure =
  | Exclude<SignInResult['result'], 'signedIn'>
  | 'otherClerk'
  | 'notKept'
  | 'vaultLocked';
export type EnrolFailure = 'wrongCode' | 'tooManyAttempts' | 'noConnection' | 'badAnswer' | 'notKept';
export type UnlockFailure = Exclude<Unlocked, { result: 'unlocked' }>;
