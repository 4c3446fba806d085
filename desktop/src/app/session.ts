import type { ClerkId } from '@amtsstube/shared/domain/ids';
import type { SignInAnswer } from '@amtsstube/shared/replication/sign-in';
import { BehaviorSubject, type Observable, type Subscription } from 'rxjs';
import type { Health } from '../data/desk.ts';
import { type Host, HostFailure, type Ownership } from '../host/host.ts';
import type { SignedInClerk } from '../vault/device-file.ts';
import type { OpenVault } from '../vault/open-vault.ts';
import type { Vaults } from '../vault/vaults.ts';
import { changedRights } from './changed-rights.ts';
import { contactNoter } from './contact-noter.ts';
import { openClerksDesk } from './open-clerks-desk.ts';
import { stateAfter } from './session-failure.ts';
import type {
  EnrolFailure,
  HandedOver,
  OpenSession,
  PasswordFailure,
  Session,
  SessionParts,
  SessionState,
  SignInFailure,
  UnlockFailure,
} from './session-state.ts';
import { createTokenFile } from './token-file.ts';

export type * from './session-state.ts';

export function createSession(parts: SessionParts): Session {
  return new WindowSession(parts);
}

/** From "the page is loaded" to "the desk is open", and back. One window owns the desk before anything is read. */
class WindowSession implements Session {
  readonly #parts: SessionParts;
  readonly #state = new BehaviorSubject<SessionState>({ state: 'starting' });
  readonly state$: Observable<SessionState> = this.#state.asObservable();
  #starting: Promise<void> | undefined;
  #destroying = false;
  /** With the desk open: its colleague key is another one from the next sign-in on. */
  #isLetInAnew = false;
  /** The names of files put aside, until their clerk is told. */
  readonly #putAside = new Map<ClerkId, string[]>();
  #isConnected = false;
  #host: Host | undefined;
  #ownership: Ownership | undefined;
  #vaults: Vaults | undefined;
  #open: (OpenSession & { readonly ending: AbortController; readonly watching: Subscription }) | undefined;

  constructor(parts: SessionParts) {
    this.#parts = parts;
  }

  start = (): Promise<void> => {
    this.#starting ??= this.#start().finally(() => {
      this.#starting = undefined;
    });
    return this.#starting;
  };

  async #start(): Promise<void> {
    // asked again every now and then: what the person reads stays until something else is true
    if (this.#state.value.state !== 'ownedElsewhere') this.#state.next({ state: 'starting' });
    try {
      this.#host ??= await this.#parts.createHost();
      this.#ownership ??= await this.#host.claimOwnership('desk');
      if (this.#ownership === undefined) {
        this.#state.next({ state: 'ownedElsewhere' });
        return;
      }
      this.#vaults = await this.#parts.openVaults(this.#host);
      this.#showLocked();
    } catch (error) {
      this.#fail(error);
    }
  }

  enrol = async (code: string, name: string): Promise<EnrolFailure | undefined> => {
    const { vaults } = this.#ready();
    const enrolled = await this.#parts.server.enrol(code, name);
    if (enrolled.result !== 'enrolled') return enrolled.result;
    return this.#keeping(async () => {
      await vaults.enrol(enrolled.answer);
      // let in anew, after the server had lost the device: who works here goes on
      if (this.#open === undefined) this.#showLocked();
      else this.#isLetInAnew = true;
      return undefined;
    });
  };

  unlock = async (clerkId: ClerkId, password: string): Promise<UnlockFailure | undefined> => {
    const { vaults } = this.#ready();
    const unlocking = vaults.unlock(clerkId, password);
    this.#parts.prepareToOpenDesk();
    const unlocked = await unlocking;
    if (unlocked.result !== 'unlocked') return unlocked;
    await this.#openWith(unlocked.vault);
    // signed out, or the session ran out: the same password gets a new one, and where there is no line, later
    const token = this.#open && (await this.#open.token.get());
    if (this.#open && token === undefined) void this.trySignIn(unlocked.vault.email, password);
    return undefined;
  };

  trySignIn = async (email: string, password: string): Promise<SignInFailure | undefined> => {
    const { vaults } = this.#ready();
    const { workstation } = vaults;
    if (workstation === undefined) throw new Error('sign-in on a device that is not enrolled');
    const answered = await this.#parts.server.signIn(email, password, workstation);
    if (answered.result === 'revoked') await this.#revoked();
    if (answered.result === 'deactivated') await this.#toldDeactivated(email);
    if (answered.result !== 'signedIn') return answered.result;
    const { answer } = answered;
    if (this.#open && this.#open.vault.who.clerk.id !== answer.clerk.id) {
      await this.#parts.server.endSession(answer.token);
      return 'otherClerk';
    }
    return this.#keeping(() => this.#signedIn(answer, email, password));
  };

  changePassword = async (current: string, next: string): Promise<PasswordFailure | undefined> => {
    const open = this.#open;
    if (open === undefined) throw new Error('a new password without an open desk');
    const token = await open.token.get();
    if (token === undefined) return 'signedOut';
    const answered = await this.#parts.server.changePassword(token, current, next);
    if (answered !== 'changed') return answered;
    // where this fails, the server's recovery key opens the vault at the next sign-in with the new one
    const isKept = await this.#keeping(() =>
      open.vaults.changePassword(open.vault.who.clerk.id, current, next),
    );
    return isKept === true ? undefined : 'notKept';
  };

  settled = async (): Promise<void> => {
    const now = this.#state.value;
    if (now.state !== 'open') return;
    await Promise.all([now.drafts.settled(), now.kept.settled(), now.placeKeeper.settled()]);
  };

  lock = async (): Promise<void> => {
    // asked while the desk is open: afterwards nobody knows the drafts any more
    const settled = this.settled();
    this.#state.next({ state: 'starting' });
    try {
      await settled;
      await this.#close();
      await this.#ownership?.release();
    } finally {
      // whatever failed: no key stays in memory
      this.#parts.reload();
    }
  };

  lockIdle = async (): Promise<void> => {
    const now = this.#state.value;
    if (now.state !== 'open') return;
    await now.drafts.settled();
    // nobody is there who could make room: what she typed last would be gone. It is asked again
    if (now.drafts.isKept) await this.lock();
  };

  lockIfOverdue = async (): Promise<void> => {
    const open = this.#open;
    if (open === undefined || this.#isConnected) return;
    if (open.vaults.demandsServer(open.vault.who.clerk.id)) await this.lock();
  };

  signOut = async (): Promise<void> => {
    const open = this.#open;
    const now = this.#state.value;
    if (now.state === 'open') await now.drafts.clear();
    await this.settled();
    // out of sight at once: the line may hang
    this.#state.next({ state: 'starting' });
    const token = await open?.token.get();
    await open?.token.clear();
    if (token !== undefined) await this.#parts.server.endSession(token);
    await this.lock();
  };

  async #signedIn(answer: SignInAnswer, email: string, password: string): Promise<SignInFailure | undefined> {
    const { host, vaults } = this.#ready();
    const before = this.#open?.vault.who;
    const { municipalityId, clerk } = answer;
    const keptAs = this.#putAside.get(clerk.id) ?? [];
    this.#putAside.set(clerk.id, keptAs);
    // before she has a new key: where this fails half-way, the next attempt finds none either and does it again
    if (!vaults.clerks.some(({ who }) => who.clerk.id === clerk.id))
      keptAs.push(...(await this.#parts.putJournalsAside(host, { municipalityId, clerk })));
    const vault = await vaults.signedIn(answer, email, password);
    if (vault === undefined) return 'vaultLocked';
    await createTokenFile(vault.files).set(answer.token);
    this.#putAside.delete(clerk.id);
    if (keptAs.length > 0) {
      const goOn = () => void this.#openWith(vault);
      this.#state.next({ state: 'journalPutAside', keptAs, goOn });
    } else if (before === undefined) await this.#openWith(vault);
    else if (this.#isLetInAnew || JSON.stringify(before) !== JSON.stringify(vault.who)) {
      // role or departments are others now, and with them what the desk may hold; or the device's own keys
      this.#isLetInAnew = false;
      await this.#close();
      await this.#openWith(vault);
    } else this.#open?.desk.syncNow();
    return undefined;
  }

  async #openWith(vault: OpenVault): Promise<void> {
    const { host, vaults } = this.#ready();
    try {
      const { open, shown } = await openClerksDesk(this.#parts, host, vaults, vault);
      const { desk } = open;
      const ending = new AbortController();
      const watching = desk.health$.subscribe(this.#listenTo(open));
      watching.add(changedRights(desk, vault.who).subscribe((who) => void this.#otherRights(who)));
      this.#open = { ...open, ending, watching };
      this.#state.next(shown);
      this.#parts.keepColleaguesGoing(open, ending.signal);
    } catch (error) {
      this.#fail(error);
      return;
    }
    // some browsers ask the person, so nothing waits for the answer
    const persistence = await host.persistence();
    const now = this.#state.value;
    if (now.state === 'open' && persistence === 'refused')
      this.#state.next({ ...now, storageIsLasting: false });
  }

  #listenTo(open: OpenSession): (health: Health) => void {
    const noteContact = contactNoter(open);
    return (health) => {
      const { state } = health.line;
      this.#isConnected = state === 'connected';
      if (state === 'revoked') void this.#revoked();
      if (state === 'deactivated') void this.#deactivated();
      noteContact(health);
    };
  }

  /** The keys go first: whatever fails after that, nothing on this device can be read any more. */
  async #revoked(): Promise<void> {
    const { host, vaults } = this.#ready();
    if (this.#destroying || vaults.workstation === undefined) return;
    this.#destroying = true;
    try {
      await vaults.destroy();
      this.#state.next({ state: 'starting' });
      await this.#close();
      await this.#parts.clearUnreadable(host);
      this.#state.next({ state: 'notEnrolled', wasRevoked: true });
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#destroying = false;
    }
  }

  /** Told by the server's own document: what she may do is decided by her new rights from here on (S9). */
  async #otherRights(who: SignedInClerk): Promise<void> {
    const open = this.#open;
    if (open === undefined) return;
    try {
      await open.vaults.changed(who);
      await this.#close();
      await this.#openWith({ ...open.vault, who });
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Told at signing in, of whoever has this address. */
  async #toldDeactivated(email: string): Promise<void> {
    const isHers = (vault: { readonly email: string }) => vault.email.toLowerCase() === email.toLowerCase();
    const { vaults } = this.#ready();
    if (this.#open && isHers(this.#open.vault)) return this.#deactivated();
    const known = vaults.clerks.find(isHers);
    await this.#keeping(async () => known && vaults.demandServer(known.who.clerk.id));
  }

  /** The desk is closed and stays closed; what still waits in her journal is handed over without her. */
  async #deactivated(): Promise<void> {
    const open = this.#open;
    if (open === undefined) return;
    try {
      await this.#close();
      this.#state.next({ state: 'starting' });
      await open.vaults.demandServer(open.vault.who.clerk.id);
      await open.token.clear();
      this.#showLocked(await this.#parts.handOverOwn(open));
    } catch (error) {
      this.#fail(error);
    }
  }

  async #close(): Promise<void> {
    const open = this.#open;
    this.#open = undefined;
    open?.ending.abort();
    open?.watching.unsubscribe();
    await this.settled();
    await open?.desk.close();
  }

  #showLocked(deactivated?: HandedOver): void {
    const { vaults } = this.#ready();
    const { workstation, clerks } = vaults;
    this.#state.next(
      workstation === undefined
        ? { state: 'notEnrolled', wasRevoked: false }
        : { state: 'locked', municipalityName: workstation.municipalityName, clerks, deactivated },
    );
  }

  #ready(): { readonly host: Host; readonly vaults: Vaults } {
    if (this.#host === undefined || this.#vaults === undefined)
      throw new Error('asked before the session was started');
    return { host: this.#host, vaults: this.#vaults };
  }

  async #keeping<T>(work: () => Promise<T>): Promise<T | 'notKept'> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof HostFailure) return 'notKept';
      throw error;
    }
  }

  #fail(error: unknown): void {
    this.#state.next(stateAfter(error));
  }
}
