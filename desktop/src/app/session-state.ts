import type { ClerkId } from '@amtsstube/shared/domain/ids';
import type { Observable } from 'rxjs';
import type { Desk } from '../data/desk.ts';
import type { PasswordResult, SignInClient, SignInResult } from '../data/sign-in-client.ts';
import type { Host } from '../host/host.ts';
import type { AdminClient } from '../ui/admin-client.ts';
import type { DayPlans } from '../ui/day-plans.ts';
import type { Device } from '../ui/desk-context.tsx';
import type { Drafts } from '../ui/drafts.ts';
import type { HallClient } from '../ui/hall-client.ts';
import type { KeptState } from '../ui/kept-state.ts';
import type { WaitingListClient } from '../ui/waiting-list-client.ts';
import type { SignedInClerk } from '../vault/device-file.ts';
import type { OpenVault } from '../vault/open-vault.ts';
import type { KnownClerk, Unlocked, Vaults } from '../vault/vaults.ts';
import type { LastPlace, PlaceKeeper } from './last-place.ts';
import type { TokenFile } from './token-file.ts';

/**
 * A deactivated clerk's journal: the server has all of it; some waits for a colleague at this device; or nobody can hand
 * it over but herself, because the right to do so was never left.
 */
export type HandedOver = 'all' | 'waiting' | 'kept';

/** What the window shows: exactly one of these. */
export type SessionState =
  | { readonly state: 'starting' }
  | { readonly state: 'ownedElsewhere' }
  | { readonly state: 'noStorage' }
  | { readonly state: 'noRoom' }
  /** Device file or journal. Nothing was changed. */
  | { readonly state: 'unreadable'; readonly reason: 'newer' | 'damaged' }
  /** A bug or a broken disk; `detail` is for support. */
  | { readonly state: 'failed'; readonly detail: string }
  | { readonly state: 'notEnrolled'; readonly wasRevoked: boolean }
  | {
      readonly state: 'locked';
      readonly municipalityName: string;
      readonly clerks: readonly KnownClerk[];
      /** Set when the one who worked here a moment ago works here no more: what became of her journal. */
      readonly deactivated: HandedOver | undefined;
    }
  /** This clerk's former key is lost, and with it what her journal here held; the file was put aside. */
  | { readonly state: 'journalPutAside'; readonly keptAs: readonly string[]; readonly goOn: () => void }
  | {
      readonly state: 'open';
      readonly desk: Desk;
      readonly who: SignedInClerk;
      readonly device: Device;
      readonly drafts: Drafts;
      readonly kept: KeptState;
      readonly dayPlans: DayPlans;
      /** Where the clerk was when she closed the desk. */
      readonly lastPlace: LastPlace | undefined;
      readonly placeKeeper: PlaceKeeper;
      readonly waitingList: WaitingListClient;
      readonly hall: HallClient;
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
/** `notKept`: the server has the new one, this device couldn't store it. */
export type PasswordFailure = Exclude<PasswordResult, 'changed'> | 'notKept';
export type EnrolFailure = 'wrongCode' | 'tooManyAttempts' | 'noConnection' | 'badAnswer' | 'notKept';
export type UnlockFailure = Exclude<Unlocked, { result: 'unlocked' }>;

export interface SessionParts {
  createHost(): Promise<Host>;
  openVaults(host: Host): Promise<Vaults>;
  /** While the key is made of the password, elsewhere than in this thread: what opening will need and no key. */
  prepareToOpenDesk(): void;
  openDesk(host: Host, vault: OpenVault, token: () => Promise<string | undefined>): Promise<Desk>;
  readonly server: SignInClient;
  adminClient(vault: OpenVault, token: TokenFile): AdminClient;
  waitingListClient(vault: OpenVault, token: TokenFile): WaitingListClient;
  hallClient(vault: OpenVault, token: TokenFile): HallClient;
  /** While the desk is open: hands over colleagues' journals. Ends with `signal`. */
  keepColleaguesGoing(open: OpenSession, signal: AbortSignal): void;
  /** After this clerk was deactivated: the server takes her journal without her session (J7). */
  handOverOwn(open: OpenSession): Promise<HandedOver>;
  /** Journals of a clerk whose key is new, so that it can't be theirs. @returns the names they are kept under */
  putJournalsAside(host: Host, who: SignedInClerk): Promise<readonly string[]>;
  /** After a revocation: nobody can read it any more. */
  clearUnreadable(host: Host): Promise<void>;
  /** Begins the page anew, with no key in memory. */
  reload(): void;
}

/** What belongs to one clerk while her desk is open. */
export interface OpenSession {
  readonly host: Host;
  readonly vaults: Vaults;
  readonly vault: OpenVault;
  readonly token: TokenFile;
  readonly desk: Desk;
}

export interface Session {
  readonly state$: Observable<SessionState>;
  /** Once at start, and again where a page offers to retry. */
  start(): Promise<void>;
  enrol(code: string, name: string): Promise<EnrolFailure | undefined>;
  unlock(clerkId: ClerkId, password: string): Promise<UnlockFailure | undefined>;
  trySignIn(email: string, password: string): Promise<SignInFailure | undefined>;
  changePassword(current: string, next: string): Promise<PasswordFailure | undefined>;
  /** Resolves when everything typed so far is kept, and where it was, so that the page may go. */
  settled(): Promise<void>;
  /** Everything stays as it is, behind the password. */
  lock(): Promise<void>;
  signOut(): Promise<void>;
  /** As `lock`, unless what was typed can't be kept: then nobody must lose it while she is away. */
  lockIdle(): Promise<void>;
  /** Asked every now and then: the fourteen days without the server may end while a desk is open. */
  lockIfOverdue(): Promise<void>;
}
