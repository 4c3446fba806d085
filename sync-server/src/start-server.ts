import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { epoch } from '@amtsstube/shared/domain/ids';
import { type Instant, instantOf, millisecondsOf } from '@amtsstube/shared/domain/time';
import { createApp } from './app.ts';
import { BlobAccess } from './blobs/blob-access.ts';
import type { BlobStore } from './blobs/blob-store.ts';
import { openBlobs } from './blobs/open-blobs.ts';
import { BookingTimes } from './booking/booking-times.ts';
import { OpenBookings } from './booking/open-bookings.ts';
import { forgetOldAppointments } from './booking/retention.ts';
import { WaitingList } from './booking/waiting-list.ts';
import { BarrierReports } from './citizen/barrier-reports.ts';
import { type CitizenLimits, defaultCitizenLimits } from './citizen/citizen-context.ts';
import { KeptDrafts, openDraftsDatabase } from './citizen/kept-drafts.ts';
import { createProofs } from './citizen/misuse/proof.ts';
import { SendCounter } from './citizen/misuse/send-counter.ts';
import { createTicketSeal } from './citizen/ticket-seal.ts';
import { DraftFiles } from './citizen/uploads/draft-files.ts';
import type { Config } from './config.ts';
import type { CoreContext } from './core-context.ts';
import { clamdAt } from './files/clamd.ts';
import { Inspector } from './files/inspector.ts';
import { MalwareChecks } from './files/malware-checks.ts';
import { Room } from './files/room.ts';
import { createLogger, type Logger, stackOf } from './logging.ts';
import { type Mailer, smtpMailer } from './mail/mailer.ts';
import { createOutboxPerformer, type OutboxPerformer } from './mail/outbox-performer.ts';
import { tellQuestionMail } from './mail/tell-question-mail.ts';
import { withMirror } from './mirror/with-mirror.ts';
import { DayPlans } from './outage/day-plans.ts';
import { simulatedProvider } from './payments/simulated-provider.ts';
import { createHintsHub } from './replication/hints-hub.ts';
import { createUnknownPasts } from './replication/unknown-pasts.ts';
import { openSalvage } from './salvage/salvage-store.ts';
import { serverVersion } from './server-version.ts';
import { shelveOldCases } from './shelving/shelve-cases.ts';
import { type Accounts, openAccounts } from './sign-in/accounts.ts';
import { openAccountsDatabase } from './sign-in/accounts-database.ts';
import { type AttemptLimits, defaultAttemptLimits } from './sign-in/attempt-limits.ts';
import { Invitations } from './sign-in/invitations.ts';
import { loadSecrets } from './sign-in/secrets.ts';
import { Workstations } from './sign-in/workstations.ts';
import { CannotStart, type Listening, listen } from './start-server-listening.ts';
import { lockDirectory } from './start-server-lock.ts';
import { openSqliteStore } from './store/sqlite-store.ts';
import type { Store } from './store/store.ts';
import { loadSupportKey } from './support/support-key-file.ts';

export { CannotStart };

/** What tests and the demonstration may put in place of the real thing. */
export interface Dependencies {
  readonly store: Store;
  readonly version: string;
  readonly now: () => Instant;
  readonly log: Logger;
  readonly mailer: Mailer;
  readonly attemptLimits: AttemptLimits;
  readonly citizenLimits: Partial<CitizenLimits>;
  readonly heartbeatMs: number;
  readonly outboxEveryMs: number;
  readonly checksEveryMs: number;
  readonly dayPlanPauseMs: number;
  readonly deskDirectory: string;
}

export interface RunningServer {
  /** Without a slash at the end. */
  readonly url: string;
  /** For the program that started it: making municipalities, accounts, operations of the system. */
  readonly core: CoreContext;
  readonly accounts: Pick<Accounts, 'addAccount' | 'hasAccount'>;
  readonly workstations: Pick<Workstations, 'newEnrolmentCode' | 'list' | 'revoke'>;
  readonly outbox: OutboxPerformer | undefined;
  readonly blobs: BlobStore;
  readonly dayPlans: Pick<DayPlans, 'run'>;
  /** Takes no new requests, finishes those under way, ends the hint streams, closes the databases. */
  close(): Promise<void>;
}

/**
 * Puts the server together and starts it.
 * @throws CannotStart with a sentence for the person who starts it
 */
export async function startServer(
  config: Config,
  overrides: Partial<Dependencies> = {},
): Promise<RunningServer> {
  const lock = await lockDirectory(config.dataDirectory);
  try {
    return await startLocked(config, overrides, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Changes of these may free a time. */
const freeing: ReadonlySet<string> = new Set(['appointments', 'counters', 'settings']);

/** How long further hints of one municipality are gathered into one, in milliseconds. */
const hintPauseMs = 150;

async function startLocked(
  config: Config,
  overrides: Partial<Dependencies>,
  lock: { release(): void },
): Promise<RunningServer> {
  const log = overrides.log ?? createLogger(config.logLevel);
  const secrets = await loadSecrets(config.dataDirectory, config.secret);
  const supportKey = await loadSupportKey(config.dataDirectory);
  const plain = overrides.store ?? (await openSqliteStore({ directory: config.dataDirectory }));
  const { store, mirror, copyBeside } = await withMirror(plain, config, log).catch(async (error: unknown) => {
    await plain.close();
    throw error;
  });
  const now = overrides.now ?? (() => instantOf(Date.now()));
  const accountsDatabase = openAccountsDatabase(config.dataDirectory);
  const draftsDatabase = openDraftsDatabase(config.dataDirectory);
  const salvage = openSalvage(config.dataDirectory);
  const accounts = await openAccounts(accountsDatabase, secrets.session);
  const workstations = new Workstations(accountsDatabase, now);
  const mailer = overrides.mailer ?? (config.smtpUrl === undefined ? undefined : smtpMailer(config.smtpUrl));
  const drafts = new KeptDrafts(draftsDatabase, now);
  const { blobs, uploads, sweep, sweepDrafts } = openBlobs(config, store, now, log, () => drafts.uploaders());
  const post = { mailer, publicUrl: () => config.publicUrl ?? listening.url, from: config.mailFrom };
  const ticketsKey = Buffer.from(secrets.tickets, 'base64');
  const seal = createTicketSeal(ticketsKey);
  const citizenLimits = { ...defaultCitizenLimits, ...overrides.citizenLimits };
  const hints = createHintsHub(hintPauseMs);
  let outbox: OutboxPerformer | undefined;
  let checks: MalwareChecks | undefined;
  let waitingList: WaitingList | undefined;
  let dayPlans: DayPlans | undefined;
  // the next file that is added is found together with this one
  const notNoted = (error: unknown) => log.error({ malware: 'not looked for', stack: stackOf(error) });
  const core: CoreContext = {
    store,
    version: overrides.version ?? serverVersion,
    now,
    newEpoch: () => epoch.parse(randomUUID()),
    committed: (municipality, hint) => {
      hints.publish(municipality, hint);
      void outbox?.run();
      if (hint.collections.some((each) => freeing.has(each))) void waitingList?.run();
      dayPlans?.note(municipality, hint.collections);
      if (hint.collections.includes('dossiers')) void checks?.noteAdded(municipality).catch(notNoted);
    },
    ruleFailed: ({ opId, kind }, error) =>
      log.error({ rule: 'failed, the operation was refused as internal', opId, kind, stack: stackOf(error) }),
    unknownPasts: createUnknownPasts(now, log),
  };
  const plans = new DayPlans({
    core,
    log,
    directory: config.dayPlanDirectory,
    pauseMs: overrides.dayPlanPauseMs ?? 30_000,
  });
  dayPlans = plans;
  const scanner = config.clamd && clamdAt(config.clamd);
  checks = scanner && new MalwareChecks({ scanner, blobs, core, log });
  const app = createApp({
    core,
    accounts,
    workstations,
    inviting: {
      invitations: new Invitations(accountsDatabase, now),
      mailer,
      publicUrl: () => config.publicUrl ?? listening.url,
      from: config.mailFrom,
    },
    blobs,
    blobAccess: new BlobAccess(store, blobs, checks),
    uploads,
    supportKey: supportKey.publicKey,
    salvaging: { core, salvage, dataDirectory: config.dataDirectory },
    hints,
    citizen: {
      core,
      seal,
      limits: citizenLimits,
      gate: {
        counter: new SendCounter(citizenLimits.freeSubmissions),
        proofs: createProofs(ticketsKey),
        seal,
      },
      drafts,
      files: new DraftFiles({
        blobs,
        inspector: new Inspector(blobs),
        checks,
        now,
      }),
      room: new Room({ ...config, leastFreeBytes: citizenLimits.leastFreeBytes }),
      uploads,
      payments:
        config.ePayment && simulatedProvider({ ...config.ePayment, now: () => millisecondsOf(now()) }),
      post,
      reports: new BarrierReports(draftsDatabase, post),
      times: new BookingTimes(core),
      openBookings: new OpenBookings(core),
    },
    log,
    attemptLimits: overrides.attemptLimits ?? defaultAttemptLimits,
    mirrorState: () => mirror?.state ?? 'off',
    heartbeatMs: overrides.heartbeatMs ?? 20_000,
    deskDirectory: overrides.deskDirectory ?? fileURLToPath(new URL('../../desktop/dist', import.meta.url)),
    isHttps: config.publicUrl?.startsWith('https:') ?? false,
    proxies: config.proxies,
  });

  let listening: Listening;
  try {
    listening = await listen(app.express, config);
  } catch (error) {
    accountsDatabase.close();
    draftsDatabase.close();
    salvage.close();
    await store.close();
    throw error;
  }
  if (mailer) {
    const origin = { publicUrl: config.publicUrl ?? listening.url, from: config.mailFrom, seal };
    outbox = createOutboxPerformer({
      store,
      mailer,
      origin,
      log,
      now: core.now,
      told: tellQuestionMail(core),
    });
    // what is offered without a mail is offered to nobody
    waitingList = new WaitingList(core, log);
  } else log.warn({ mail: 'no SMTP server is set: mails wait in the outbox' });
  void outbox?.run();
  void waitingList?.run();
  const waitingTimer = setInterval(() => void waitingList?.run(), 60_000);
  void copyBeside();
  const copyTimer = setInterval(() => void copyBeside(), 30_000);
  let forgetting: Promise<void> | undefined;
  const stopping = new AbortController();
  function forget(): void {
    forgetting = forgetOldAppointments({ core, config, salvage, log }).then(() =>
      shelveOldCases({ core, log, stopped: stopping.signal }, config.shelveDays),
    );
    forgetTimer = setTimeout(forget, 24 * 60 * 60 * 1000);
  }
  // not while everybody comes back after a start
  let forgetTimer = setTimeout(forget, 60_000);
  const firstPlans = setTimeout(() => void plans.run(), 30_000);
  const plansTimer = setInterval(() => void plans.run(), 15 * 60 * 1000);
  void sweep();
  void sweepDrafts();
  const draftsTimer = setInterval(() => void sweepDrafts(), 60 * 60 * 1000);
  const sweepTimer = setInterval(() => void sweep(), 24 * 60 * 60 * 1000);
  void checks?.findWaiting();
  const checksTimer = setInterval(() => void checks?.run(), overrides.checksEveryMs ?? 15_000);
  const outboxTimer = setInterval(() => void outbox?.run(), overrides.outboxEveryMs ?? 30_000);

  return {
    url: listening.url,
    core,
    accounts,
    workstations,
    outbox,
    blobs,
    dayPlans: plans,
    close: async () => {
      clearInterval(outboxTimer);
      clearInterval(copyTimer);
      clearInterval(checksTimer);
      clearInterval(sweepTimer);
      clearInterval(draftsTimer);
      clearInterval(waitingTimer);
      clearInterval(plansTimer);
      clearTimeout(firstPlans);
      clearTimeout(forgetTimer);
      stopping.abort();
      app.endStreams();
      await listening.close();
      await waitingList?.stop();
      await plans.stop();
      await forgetting;
      await outbox?.stop();
      await checks?.stop();
      mailer?.close();
      await copyBeside();
      workstations.writeSeen();
      accountsDatabase.close();
      draftsDatabase.close();
      salvage.close();
      await store.close();
      lock.release();
    },
  };
}
