import type { Actor } from '@amtsstube/shared/domain/actor';
import type { Annex } from '@amtsstube/shared/domain/annex';
import type { Appointment, Booking } from '@amtsstube/shared/domain/appointments/appointment';
import type { Ticket } from '@amtsstube/shared/domain/appointments/ticket';
import type { Case, Dossier } from '@amtsstube/shared/domain/case';
import type { CaseViews } from '@amtsstube/shared/domain/case-views';
import type { Clerk } from '@amtsstube/shared/domain/clerk';
import type { Counter } from '@amtsstube/shared/domain/counter';
import type { CaseId, DeviceId, OpId } from '@amtsstube/shared/domain/ids';
import type { Lease } from '@amtsstube/shared/domain/lease';
import type { Settings } from '@amtsstube/shared/domain/settings';
import type { Task } from '@amtsstube/shared/domain/task';
import type { Instant } from '@amtsstube/shared/domain/time';
import type { DeskOperation } from '@amtsstube/shared/operations/operation';
import type { Refusal } from '@amtsstube/shared/operations/refusal';
import type { Kind, PayloadOf } from '@amtsstube/shared/operations/registry';
import type { ReplicatedCollection } from '@amtsstube/shared/replication/collections';
import type { Observable } from 'rxjs';
import type { CaseFiles } from './blobs/case-files.ts';
import type { Building } from './cache/cache.ts';
import type { EnteredCase } from './numbers/enter-case.ts';
import type { Saved } from './saved.ts';
import type { Fetched } from './shelved-dossiers.ts';

export type { BlobState } from './blobs/blob-transfer.ts';
export type { AddedFile, CaseFiles, WaitingFile } from './blobs/case-files.ts';
export type { EnteredCase } from './numbers/enter-case.ts';
export type { Saved } from './saved.ts';
export type { Fetched } from './shelved-dossiers.ts';

export interface DeskDocuments {
  settings: Settings;
  clerks: Clerk;
  counters: Counter;
  cases: Case;
  dossiers: Dossier;
  annexes: Annex;
  leases: Lease;
  appointments: Appointment;
  tasks: Task;
  views: CaseViews;
}

/** Few enough to be read as a whole. */
export type SmallCollection = 'settings' | 'clerks' | 'counters' | 'leases' | 'tasks';

/** A document as the clerk sees it: base < receipt layer < open operations (L1). */
export interface Shown<T> {
  readonly document: T;
  /** Operations of this desk in it that the server has not decided yet. */
  readonly waiting: readonly OpId[];
}

export interface OutboxEntry {
  readonly operation: DeskOperation;
  /** Expected to be refused (L5): "wird voraussichtlich abgewiesen". */
  readonly forecast: Refusal | undefined;
}

export interface RefusedEntry {
  readonly operation: DeskOperation;
  /** `otherText`: the server already had this opId with another text (S2); this one stays here. */
  readonly reason: Refusal | { readonly code: 'otherText' };
  readonly decidedAt: Instant;
}

export type LineState =
  | { readonly state: 'connecting' }
  | { readonly state: 'connected' }
  | { readonly state: 'offline'; readonly cause: 'network' | 'timeout' | 'badAnswer' | 'unavailable' }
  /** The server answers, but not to us: sign in again; nothing is lost. */
  | { readonly state: 'signedOut' }
  /** An administrator took this device off the list. */
  | { readonly state: 'revoked' }
  /** The clerk works here no more. */
  | { readonly state: 'deactivated' };

/** Why nothing is taken now. `tooLargeForLine`: something on the way refuses even this one operation alone. */
export type NotNow = 'unknownKind' | 'unknownVersion' | 'storage' | 'tooLargeForLine';

/** What was wrong when the server last could not be reached, or would not have us. */
export interface LineFailure {
  readonly line: Exclude<LineState, { state: 'connecting' | 'connected' }>;
  readonly at: Instant;
}

export interface Health {
  readonly line: LineState;
  readonly lastContactAt: Instant | undefined;
  readonly lastFailure: LineFailure | undefined;
  /** Set while the first copy is fetched or a collection is built anew ("wird neu aufgebaut"). */
  readonly building: Building | undefined;
  /** Every collection was compared with the server and found equal at this time. */
  readonly verifiedEqualAt: Instant | undefined;
  /** The desk's clock is off by more than two minutes (S12). */
  readonly clockOffByMs: number | undefined;
  /** Bytes of the journal's end that a crash left half written and that were cut away (J3), or damage found. */
  readonly journalNotice:
    | { readonly kind: 'tornTail' | 'damaged'; readonly bytes: number; readonly keptAs: string }
    | undefined;
  /** The server can't take an operation now, with the cause. */
  readonly notNow: NotNow | undefined;
  /** Asked for and not done yet: it begins with the next contact. */
  readonly isRebuildWanted: boolean;
}

/** One row of the case list, with what sorting and searching need. German order is made here (not stored). */
export interface CaseRow {
  readonly caseRecord: Case;
  readonly waiting: readonly OpId[];
}

/** One row of the calendar. */
export interface AppointmentRow {
  readonly appointment: Booking;
  readonly waiting: readonly OpId[];
}

/** One row of the queue. */
export interface TicketRow {
  readonly ticket: Ticket;
  readonly waiting: readonly OpId[];
}

/** What the screens see of the data layer. All reads: `watch` for single things, `caseList$` for lists. All writes: `do`. */
export interface Desk {
  /** As of today: whom she stands in for changes at midnight. */
  readonly actor: Actor;
  /** The journal's present identity (J1). */
  readonly deviceId: DeviceId;
  /** Resolves after the journal's fsync, with the effect shown. */
  do<K extends Kind>(kind: K, payload: PayloadOf<K>): Promise<Saved>;
  /** Enters a case with the next file reference this desk holds; without one the server gives it. */
  enter(entered: EnteredCase): Promise<Saved>;
  /** undefined: not on this desk (yet). */
  watch<C extends ReplicatedCollection>(
    collection: C,
    id: string,
  ): Observable<Shown<DeskDocuments[C]> | undefined>;
  /** Fetches the dossier of a case closed long ago (`isShelved`); once it is there, `watch` shows it. */
  fetchDossier(caseId: CaseId): Promise<Fetched>;
  /** All of a small collection. */
  watchAll<C extends SmallCollection>(collection: C): Observable<readonly DeskDocuments[C][]>;
  /**
   * Cases on this desk, newest first; `undefined` until the first of them are read from disk. A row whose case did not
   * change is the same object from one list to the next.
   */
  readonly caseList$: Observable<readonly CaseRow[] | undefined>;
  /** False while the others are still being read from disk: a count or an empty search may not be the last word. */
  readonly caseListIsWhole$: Observable<boolean>;
  /** Cases whose applicant has this name, in any spelling, newest first; `undefined` until all were looked through. */
  namesakes(name: string): Observable<readonly CaseRow[] | undefined>;
  /**
   * Appointments on this desk, by time; `undefined` until the first of them are read from disk, which begins with the
   * first who asks. A row whose appointment did not change is the same object from one list to the next.
   */
  readonly appointments$: Observable<readonly AppointmentRow[] | undefined>;
  /** Who is or was in the hall, likewise. */
  readonly tickets$: Observable<readonly TicketRow[] | undefined>;
  /** False while others of both are still being read from disk. */
  readonly appointmentsAreWhole$: Observable<boolean>;
  readonly outbox$: Observable<readonly OutboxEntry[]>;
  readonly refused$: Observable<readonly RefusedEntry[]>;
  readonly health$: Observable<Health>;
  /** undefined: a desk without a place for files. */
  readonly files: CaseFiles | undefined;
  /**
   * Does what was refused once more, as a new operation, and takes the refusal off the list: where the server had a bug,
   * or already had another text under this id (S2, S3).
   */
  sendAgain(opId: OpId): Promise<Saved>;
  /** Takes a refusal off the list; itself a journal record (J6). */
  dismiss(opId: OpId): Promise<Saved>;
  /** Hand over and fetch now, without waiting for the next round. */
  syncNow(): void;
  /**
   * Fetches everything anew, beside the copy that is shown until the new one was found equal. Touches nothing of the
   * journal; without a line it begins with the next contact, and is forgotten when the desk is closed before.
   */
  rebuild(): void;
  /**
   * The journal as a file that only the server can open: for support, or to be handed over by other means than the line.
   * `noKey`: this desk has had no line yet since there is such a key.
   */
  exportJournal(): Promise<Uint8Array | 'noKey'>;
  close(): Promise<void>;
}
