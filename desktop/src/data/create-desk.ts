import { actorOn } from '@amtsstube/shared/domain/absence';
import type { Actor } from '@amtsstube/shared/domain/actor';
import {
  type CounterId,
  type MunicipalityId,
  type OpId,
  opId as opIdSchema,
} from '@amtsstube/shared/domain/ids';
import { type LocalDate, localDateOf } from '@amtsstube/shared/domain/time';
import {
  type DeskOperation,
  maximumOperationBytes,
  measuredText,
} from '@amtsstube/shared/operations/operation';
import type { Refusal } from '@amtsstube/shared/operations/refusal';
import { isKind, type Kind, operationKinds, type PayloadOf } from '@amtsstube/shared/operations/registry';
import { combineLatest, defer, map, merge, type Observable, shareReplay, startWith, take } from 'rxjs';
import { HostFailure } from '../host/host.ts';
import { bookingRows, projectAppointments, ticketRows } from './appointment-projection.ts';
import type { BlobBox } from './blobs/blob-box.ts';
import type { BlobLine } from './blobs/blob-line.ts';
import { openFiles } from './blobs/open-files.ts';
import type { BaseStorage } from './cache/base-storage.ts';
import type { Cache } from './cache/cache.ts';
import { openCache } from './cache/replicated-cache.ts';
import { CaseProjection } from './case-projection.ts';
import type { Desk, Health, OutboxEntry, RefusedEntry, Saved, SmallCollection } from './desk.ts';
import type { Environment } from './environment.ts';
import type { Journal } from './journal/journal.ts';
import { watchCollection, watchDocument } from './live-query.ts';
import { caseEntering } from './numbers/enter-case.ts';
import { supplyNumbers } from './numbers/number-supply.ts';
import { type ComingPage, createOverlay, type Overlay } from './overlay.ts';
import { dismissOwnDoing, isDoneByPerson } from './own-doing.ts';
import { refusedWithoutLine } from './refused-without-line.ts';
import { reportUnexpected } from './report-unexpected.ts';
import { SalvageKeeper, type SalvageOptions } from './salvage/salvage-keeper.ts';
import { type FetchDossier, shelvedDossiers } from './shelved-dossiers.ts';
import { exportJournal } from './support/export-journal.ts';
import { SupportKey, type SupportKeyOptions } from './support/support-key.ts';
import { Drain } from './sync/drain.ts';
import { EpochChange } from './sync/epoch-change.ts';
import { Line } from './sync/line.ts';
import { remotePages } from './sync/page-source.ts';
import { payloadAgain } from './sync/payload-again.ts';
import { sendAgainOnceUpdated } from './sync/send-again.ts';
import { SyncLoops } from './sync/sync-loops.ts';
import type { Transport } from './sync/transport.ts';
import { supplyTimes } from './times/time-supply.ts';

export interface DeskParts {
  readonly actor: Actor;
  readonly journal: Journal;
  readonly storage: BaseStorage;
  readonly transport: Transport;
  readonly environment: Environment;
  /** Where the clerk's files lie, and their line. */
  readonly blobs?: { readonly box: BlobBox; readonly blobLine: BlobLine } | undefined;
  /** Where what only a former copy held is kept, and how it comes to the server (L8). */
  readonly salvage?: SalvageOptions | undefined;
  /** How the dossier of a case closed long ago comes from the server. */
  readonly fetchDossier?: FetchDossier | undefined;
  /** Whose journal it is, and the server's key for its export. */
  readonly support?: (SupportKeyOptions & { readonly municipalityId: MunicipalityId }) | undefined;
  /** Something of the copy can't be read any more: it is built anew beside what is left. */
  readonly damaged$?: Observable<void>;
  /** Worth asking at once whether the line is back. */
  readonly wentOnline$?: Observable<unknown>;
  /** Whether this desk reserves file references by itself. */
  readonly reservesNumbers?: boolean;
  /** Where this PC stands; without it no times are kept ahead for it. */
  readonly ownCounter$?: Observable<CounterId | undefined>;
  /** Hears of bugs in what runs by itself; without it the surroundings do. */
  readonly report?: (error: unknown) => void;
}

/** The parts inside, for the simulation and for tests. Screens see `Desk` only. */
export interface OpenedDesk extends Desk {
  readonly cache: Cache;
  readonly overlay: Overlay;
  readonly drain: Drain;
}

/**
 * Puts a desk together from its parts, the same for the app and for the simulation. Journal and storage are the
 * desk's from here on: closed with it, or at once when it can't be opened, so that a second try finds them free.
 */
export async function createDesk(parts: DeskParts): Promise<OpenedDesk> {
  const closing = new AbortController();
  try {
    return await assemble(parts, closing);
  } catch (error) {
    closing.abort();
    await parts.journal.close();
    await parts.storage.close();
    throw error;
  }
}

async function assemble(parts: DeskParts, closing: AbortController): Promise<OpenedDesk> {
  const { actor, journal, storage, transport, environment, report = reportUnexpected } = parts;
  const { signal } = closing;
  const line = new Line(() => environment.now());
  const epochs = new EpochChange(journal);
  // the copy asks for pages only once the loops run, and by then there is an overlay
  let present: Overlay | undefined;
  const shown = async (coming: ComingPage) => present?.refresh(coming);
  const salvage = parts.salvage && new SalvageKeeper(parts.salvage, environment, signal, report);
  const cache = await openCache(
    storage,
    remotePages({ transport, journal, line, epochs, signal, shown }),
    salvage && ((former, documents) => salvage.keep(former, documents)),
  );
  const overlay = createOverlay(journal, cache, actor, report);
  present = overlay;
  await overlay.refresh();
  const projection = new CaseProjection(cache, overlay);
  let appointments: ReturnType<typeof projectAppointments> | undefined;
  const openedAppointments = () => {
    if (appointments === undefined) {
      appointments = projectAppointments(cache, overlay);
      // where it fails, the rows do
      void appointments.open().catch(() => undefined);
    }
    return appointments;
  };
  const appointmentRows$ = defer(() => openedAppointments().rows$);
  const drain = new Drain({ transport, journal, line, epochs, signal });
  const loops = new SyncLoops({
    environment,
    transport,
    journal,
    cache,
    drain,
    epochs,
    line,
    report,
    signal,
  });
  // once: while it is built, the damaged one is still read
  const damage = parts.damaged$?.pipe(take(1)).subscribe(() => loops.rebuild());
  const online = parts.wentOnline$?.subscribe(() => loops.wakeAll());
  const running = Promise.all([loops.run(), salvage?.run()]);
  await projection.open();
  const files =
    parts.blobs &&
    openFiles({
      ...parts.blobs,
      attach: (payload) => perform(parts, overlay, 'attachFile', payload),
      actor,
      rows$: projection.rows$,
      watchDossier: (id) => watchDocument(cache, overlay, { collection: 'dossiers', id }, report),
      environment,
      line$: line.view$,
      epoch: () => journal.epoch,
      forgot$: epochs.forgot$,
      signal,
      report,
    });
  const supportKey = parts.support && new SupportKey(parts.support);
  supportKey?.keepFresh(line.view$, signal, report);
  const sendAgain = (opId: OpId) => performAgain(parts, overlay, opId);
  const ownDoing = dismissOwnDoing(journal, report);
  sendAgainOnceUpdated({ journal, line, sendAgain, report, signal });

  const watchAll = eachOnce((collection) => watchCollection(cache, overlay, collection, report));
  const leases$ = watchAll('leases');
  if (parts.reservesNumbers)
    supplyNumbers({
      actor,
      journal,
      leases$,
      settings$: watchAll('settings'),
      line$: line.view$,
      environment,
      ask: (payload) => perform(parts, overlay, 'leaseNumbers', payload),
      report,
      signal,
    });
  if (parts.ownCounter$)
    supplyTimes({
      actor,
      journal,
      leases$,
      counters$: watchAll('counters'),
      ownCounter$: parts.ownCounter$,
      line$: line.view$,
      environment,
      ask: (kind, payload) => perform(parts, overlay, kind, payload),
      report,
      signal,
    });
  let latest: { readonly day: LocalDate; readonly actor: Actor } | undefined;
  /** The same object all day: what screens made of it stays. */
  function asOfToday(): Actor {
    const day = localDateOf(environment.now());
    if (day !== latest?.day) latest = { day, actor: actorOn(actor, day) };
    return latest.actor;
  }

  return {
    get actor() {
      return asOfToday();
    },
    get deviceId() {
      return journal.deviceId;
    },
    cache,
    overlay,
    drain,
    files: files?.files,
    do: async (kind, payload) =>
      refusedWithoutLine(kind, payload, line.view$.value.line) ?? perform(parts, overlay, kind, payload),
    watch: (collection, id) => watchDocument(cache, overlay, { collection, id }, report),
    fetchDossier: shelvedDossiers(parts.fetchDossier, overlay, signal),
    enter: caseEntering({
      actor,
      journal,
      leases$,
      now: () => environment.now(),
      perform: (payload) => perform(parts, overlay, 'enterCase', payload),
    }),
    watchAll,
    caseList$: projection.rows$,
    caseListIsWhole$: projection.isWhole$,
    namesakes: (name) => projection.namesakes$(name),
    appointments$: appointmentRows$.pipe(map((rows) => rows && bookingRows(rows))),
    tickets$: appointmentRows$.pipe(map((rows) => rows && ticketRows(rows))),
    appointmentsAreWhole$: defer(() => openedAppointments().isWhole$),
    outbox$: overlay.view$.pipe(map(({ forecast }) => outboxOf(journal.open, forecast))),
    refused$: merge(journal.changed$, overlay.view$).pipe(
      startWith(undefined),
      map(() => journal.refused.filter(({ operation }) => isDoneByPerson(operation)).map(refusedEntry)),
    ),
    health$: combineLatest([
      line.view$,
      cache.building$,
      loops.verifiedEqualAt$,
      drain.notNow$,
      loops.isRebuildWanted$,
    ]).pipe(
      map(
        ([view, building, verifiedEqualAt, notNow, isRebuildWanted]): Health => ({
          ...view,
          building,
          verifiedEqualAt,
          journalNotice: journal.notice,
          notNow,
          isRebuildWanted,
        }),
      ),
    ),
    sendAgain,
    dismiss: (opId) => saved(opId, () => journal.dismiss(opId)),
    syncNow: () => {
      loops.wakeAll();
      files?.wake();
    },
    rebuild: () => loops.rebuild(),
    exportJournal: () => exportJournal(parts, supportKey),
    close: async () => {
      closing.abort();
      damage?.unsubscribe();
      online?.unsubscribe();
      ownDoing.unsubscribe();
      await running;
      await files?.ended;
      await projection.close();
      await appointments?.close();
      await overlay.close();
      await cache.close();
      await journal.close();
    },
  };
}

/** Every part of every screen names clerks and services: each collection is read once for all of them, and kept up. */
function eachOnce(watch: Desk['watchAll']): Desk['watchAll'] {
  const watched = new Map<SmallCollection, Observable<unknown>>();
  return <C extends SmallCollection>(collection: C) => {
    const all$ =
      watched.get(collection) ?? watch(collection).pipe(shareReplay({ bufferSize: 1, refCount: false }));
    watched.set(collection, all$);
    return all$ as ReturnType<typeof watch<C>>;
  };
}

async function perform<K extends Kind>(
  { journal, environment, report = reportUnexpected }: DeskParts,
  overlay: Overlay,
  kind: K,
  payload: PayloadOf<K>,
  insteadOf?: OpId,
): Promise<Saved> {
  const spec = operationKinds[kind];
  if (!spec.payload.safeParse(payload).success) return { result: 'notSaved', because: 'invalid' };
  const opId = opIdSchema.parse(environment.newId());
  const operation = { opId, kind, v: spec.v, payload, at: environment.now() };
  // before "gespeichert", so that nothing is accepted that can never be handed over (J8)
  if (new TextEncoder().encode(measuredText(operation)).length > maximumOperationBytes) {
    return { result: 'notSaved', because: 'tooLarge' };
  }
  let reason: Refusal | undefined;
  const done = await saved(opId, async () => {
    reason = await journal.appendUnless(
      operation,
      () =>
        overlay
          .objectionTo({ ...operation, deviceId: journal.deviceId, n: 1 })
          // a copy that can't be read says nothing against it, and must not keep a person's work from being saved (L10)
          .catch((error: unknown) => {
            report(error);
            return undefined;
          }),
      insteadOf,
    );
    // it is saved; that it can't be shown now must not be told as "not saved", or it would be typed again
    if (reason === undefined) await overlay.refresh().catch(report);
  });
  return reason ? { result: 'refusedHere', reason } : done;
}

/** The payload is parsed by its kind's schema like any other; if it can't be saved, the refusal stays on the list. */
async function performAgain(parts: DeskParts, overlay: Overlay, opId: OpId): Promise<Saved> {
  const refused = parts.journal.refused.find(({ operation }) => operation.opId === opId);
  if (refused === undefined || !isKind(refused.operation.kind))
    return { result: 'notSaved', because: 'invalid' };
  const { kind } = refused.operation;
  const payload = payloadAgain(refused.operation, parts.journal);
  return perform(parts, overlay, kind, payload as PayloadOf<typeof kind>, opId);
}

async function saved(opId: OpId, write: () => Promise<void>): Promise<Saved> {
  try {
    await write();
    return { result: 'saved', opId };
  } catch (error) {
    if (!(error instanceof HostFailure)) throw error;
    return {
      result: 'notSaved',
      because: error.code === 'quotaExceeded' ? 'quotaExceeded' : 'journalUnwritable',
    };
  }
}

/** What the clerk did. What her desk notes by itself is handed over with it, and nobody waits for it. */
function outboxOf(open: readonly DeskOperation[], forecast: ReadonlyMap<OpId, Refusal>): OutboxEntry[] {
  return open
    .filter(isDoneByPerson)
    .map((operation) => ({ operation, forecast: forecast.get(operation.opId) }));
}

function refusedEntry({ operation, receipt }: Journal['refused'][number]): RefusedEntry {
  return {
    operation,
    reason: receipt.result.decided === 'refused' ? receipt.result.reason : { code: 'otherText' },
    decidedAt: receipt.decidedAt,
  };
}
