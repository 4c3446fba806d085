import type { ClerkId } from '@amtsstube/shared/domain/ids';
import { type Instant, millisecondsOf } from '@amtsstube/shared/domain/time';
import type { SignInAnswer } from '@amtsstube/shared/replication/sign-in';
import { BehaviorSubject, type Observable, type Subscription } from 'rxjs';
import type { Health } from '../data/desk.ts';
import { JournalLocked } from '../data/journal/journal-locked.ts';
import type { PasswordResult } from '../data/sign-in-client.ts';
import { type Host, HostFailure, type Ownership } from '../host/host.ts';
import { openDrafts } from '../ui/drafts.ts';
import { openKeptState } from '../ui/kept-state.ts';
import { DeviceFileUnreadable, type SignedInClerk } from '../vault/device-file.ts';
import type { OpenVault } from '../vault/open-vault.ts';
import type { Vaults } from '../vault/vaults.ts';
import { changedRights } from './changed-rights.ts';
import { lastPlaceKeeper, readLastPlace } from './last-place.ts';
import type {
  EnrolFailure,
  OpenSession,
  Session,
  SessionParts,
  SessionState,
  SignInFailure,
  UnlockFailure,
} from './session-state.ts';
import { createTokenFile } from './token-file.ts';

export type * from './session-state.ts';

const contactNotedEvery = 60 * 60 * 1000;

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
      this.#showLocked();
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
    if (answered.result !== 'signedIn') return answered.result;
    const { answer } = answered;
    if (this.#open && this.#open.vault.who.clerk.id !== answer.clerk.id) {
      await this.#parts.server.endSession(answer.token);
      return 'otherClerk';
    }
    return this.#keeping(() => this.#signedIn(answer, email, password));
  };

  changePassword = async (
    current: string,
    next: string,
  ): Promise<Exclude<PasswordResult, 'changed'> | undefined> => {
    const open = this.#open;
    if (open === undefined) throw new Error('a new password without an open desk');
    const token = await open.token.get();
    if (token === undefined) return 'signedOut';
    const answered = await this.#parts.server.changePassword(token, current, next);
    if (answered !== 'changed') return answered;
    // should this fail, the server's recovery key opens the vault at the next sign-in
    await open.vaults.changePassword(open.vault.who.clerk.id, current, next);
    return undefined;
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
    await settled;
    await this.#close();
    await this.#ownership?.release();
    this.#parts.reload();
  };

  signOut = async (): Promise<void> => {
    const open = this.#open;
    const now = this.#state.value;
    if (now.state === 'open') await now.drafts.clear();
    const token = await open?.token.get();
    await open?.token.clear();
    if (token !== undefined) await this.#parts.server.endSession(token);
    await this.lock();
  };

  async #signedIn(answer: SignInAnswer, email: string, password: string): Promise<SignInFailure | undefined> {
    const { vaults } = this.#ready();
    const before = this.#open?.vault.who;
    const hadVault = vaults.clerks.some(({ who }) => who.clerk.id === answer.clerk.id);
    const vault = await vaults.signedIn(answer, email, password);
    if (vault === undefined) return 'vaultLocked';
    await createTokenFile(vault.files).set(answer.token);
    const keptAs = hadVault ? [] : await this.#parts.putJournalsAside(this.#ready().host, vault.who);
    if (keptAs.length > 0) {
      const goOn = () => void this.#openWith(vault);
      this.#state.next({ state: 'journalPutAside', keptAs, goOn });
    } else if (before === undefined) await this.#openWith(vault);
    else if (JSON.stringify(before) !== JSON.stringify(vault.who)) {
      // role or departments are others now, and with them what the desk may hold
      await this.#close();
      await this.#openWith(vault);
    } else this.#open?.desk.syncNow();
    return undefined;
  }

  async #openWith(vault: OpenVault): Promise<void> {
    const { host, vaults } = this.#ready();
    try {
      const token = createTokenFile(vault.files);
      const [desk, drafts, lastPlace, kept] = await Promise.all([
        this.#parts.openDesk(host, vault, token.get),
        openDrafts(vault.files),
        readLastPlace(vault.files),
        openKeptState(vault.files),
      ]);
      const placeKeeper = lastPlaceKeeper(vault.files);
      const ending = new AbortController();
      const open = { host, vaults, vault, token, desk };
      const watching = desk.health$.subscribe(this.#listenTo(open));
      watching.add(changedRights(desk, vault.who).subscribe((who) => void this.#otherRights(who)));
      this.#open = { ...open, ending, watching };
      const admin = vault.who.clerk.role === 'admin' ? this.#parts.adminClient(vault, token) : undefined;
      this.#state.next({
        state: 'open',
        desk,
        who: vault.who,
        device: host,
        drafts,
        kept,
        lastPlace,
        placeKeeper,
        admin,
        storageIsLasting: true,
      });
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

  #listenTo({ vaults, vault }: OpenSession): (health: Health) => void {
    let notedAt: Instant | undefined;
    return ({ line, lastContactAt }) => {
      if (line.state === 'revoked') void this.#revoked();
      if (line.state === 'deactivated') void this.#deactivated();
      if (lastContactAt === undefined || line.state !== 'connected') return;
      if (notedAt && millisecondsOf(lastContactAt) - millisecondsOf(notedAt) < contactNotedEvery) return;
      notedAt = lastContactAt;
      // a full disk costs a day of the fourteen, no more
      vaults.seen(vault.who.clerk.id, lastContactAt).catch(() => undefined);
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

  /** The desk is closed and stays closed; what still waits in her journal is handed over without her. */
  async #deactivated(): Promise<void> {
    const open = this.#open;
    if (open === undefined) return;
    try {
      await this.#close();
      this.#state.next({ state: 'starting' });
      await open.vaults.demandServer(open.vault.who.clerk.id);
      await open.token.clear();
      await this.#parts.handOverOwn(open);
      this.#showLocked(true);
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

  #showLocked(deactivated = false): void {
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
    if (error instanceof DeviceFileUnreadable || error instanceof JournalLocked)
      this.#state.next({ state: 'unreadable', reason: error.reason === 'newer' ? 'newer' : 'damaged' });
    else if (error instanceof HostFailure && error.code === 'unavailable')
      this.#state.next({ state: 'noStorage' });
    else {
      console.error(error);
      const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      this.#state.next({ state: 'failed', detail });
    }
  }
}
