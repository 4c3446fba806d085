import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import type { CollectionName, DocumentOf } from '@amtsstube/shared/domain/documents';
import { type Instant, instantOf, localDateOf } from '@amtsstube/shared/domain/time';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { wrongClaim } from '@amtsstube/sim/check-claims';
import { shelveOldCases } from '@amtsstube/sync-server/shelving/shelve-cases';
import { openSqliteStore } from '@amtsstube/sync-server/store/sqlite-store';
import type { Read } from '@amtsstube/sync-server/store/store';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

const run = promisify(execFile);

interface Given {
  /** Where another desk than the bundled one is served from. */
  readonly deskDirectory?: string;
  /** How far the server's clock is ahead of the machine's, in milliseconds. */
  readonly clockAhead?: number;
  /** Of the server, beside those every journey needs. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** The test town for a journey: a server process that can be killed, and an SMTP server that keeps the mails. */
export class Town {
  readonly url: string;
  readonly mails: ParsedMail[] = [];
  readonly #enrolmentCodes: string[] = [];
  #directory: string;
  readonly #deskDirectory: string | undefined;
  readonly #settings: Readonly<Record<string, string>>;
  readonly #port: number;
  readonly #smtp: SMTPServer;
  #clockAhead: number;
  #server: ChildProcess | undefined;
  #said: Interface | undefined;

  private constructor(directory: string, port: number, given: Given) {
    const { deskDirectory, clockAhead = 0, settings = {} } = given;
    this.#clockAhead = clockAhead;
    this.#directory = directory;
    this.#deskDirectory = deskDirectory;
    this.#settings = settings;
    this.#port = port;
    this.url = `http://127.0.0.1:${port}`;
    this.#smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      onData: (stream, _session, done) => {
        buffer(stream)
          .then((bytes) => simpleParser(bytes))
          .then((mail) => {
            this.mails.push(mail);
            done();
          }, done);
      },
    });
  }

  static async open(given: Given = {}): Promise<Town> {
    for (let tries = 1; ; tries += 1) {
      const town = new Town(await mkdtemp(join(tmpdir(), 'amtsstube-e2e-')), await freePort(), given);
      await new Promise<void>((resolve) => town.#smtp.listen(0, '127.0.0.1', resolve));
      try {
        await town.startServer();
        return town;
      } catch (error) {
        await town.close();
        // somebody's connection may have taken the port since it was found free
        if (tries === 3) throw error;
      }
    }
  }

  async startServer(): Promise<void> {
    const smtpPort = (this.#smtp.server.address() as AddressInfo).port;
    const server = spawn(process.execPath, [join(import.meta.dirname, 'serve-town.ts')], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: {
        ...withoutOwnSettings(process.env),
        AMTSSTUBE_DATA: this.#directory,
        AMTSSTUBE_PORT: String(this.#port),
        AMTSSTUBE_SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
        AMTSSTUBE_LOG_LEVEL: 'silent',
        ...this.#settings,
        E2E_CLOCK_AHEAD: String(this.#clockAhead),
        ...(this.#deskDirectory ? { E2E_DESK_DIRECTORY: this.#deskDirectory } : {}),
      },
    });
    this.#server = server;
    const said = createInterface({ input: server.stdout });
    this.#said = said;
    const ended = once(server, 'exit').then(() => {
      throw new Error('the server did not start');
    });
    ended.catch(() => undefined);
    const [line] = (await Promise.race([once(said, 'line'), ended])) as [string];
    this.#enrolmentCodes.push(...(JSON.parse(line) as { codes: string[] }).codes);
  }

  /** From now on, also where it is started again. @param aheadMs of the machine's clock */
  async setClock(aheadMs: number): Promise<void> {
    this.#clockAhead = aheadMs;
    if (!this.#server?.stdin || !this.#said) return;
    const isSet = once(this.#said, 'line');
    this.#server.stdin.write(`${aheadMs}\n`);
    await isSet;
  }

  /** As a power cut does: nothing is finished. */
  async killServer(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    // one that could not start has ended by itself, and ends no second time
    if (server === undefined || server.exitCode !== null) return;
    const gone = once(server, 'exit');
    server.kill('SIGKILL');
    await gone;
  }

  /** A code that lets one device in, as an administrator gives it out. */
  enrolmentCode(): string {
    const code = this.#enrolmentCodes.pop();
    if (code === undefined) throw new Error('no codes left');
    return code;
  }

  /** As if every session had run out while the server was down. */
  endAllSessions(): void {
    const accounts = new DatabaseSync(join(this.#directory, 'accounts.sqlite'));
    const { changes } = accounts.prepare('delete from session').run();
    accounts.close();
    if (changes === 0) throw new Error('nobody was signed in');
  }

  /** As if a week had gone by since the last invitation, and a day since the last code. */
  expireInvitationsAndCodes(): void {
    const accounts = new DatabaseSync(join(this.#directory, 'accounts.sqlite'));
    accounts.exec("update invitation set expiresAt = '2026-01-01T00:00:00.000Z'");
    accounts.exec("update enrolmentCode set expiresAt = '2026-01-01T00:00:00.000Z'");
    accounts.close();
  }

  /** As if the accounts were put back to before any device was let in; only while the server is down. */
  forgetDevices(): void {
    if (this.#server) throw new Error('the server still runs');
    const accounts = new DatabaseSync(join(this.#directory, 'accounts.sqlite'));
    for (const table of ['recoveryKey', 'workstationSession', 'handOverCredential', 'session', 'workstation'])
      accounts.exec(`delete from ${table}`);
    accounts.close();
  }

  /** Remembers all data as they are now, for `putBack`; only while the server is down. */
  async keep(): Promise<void> {
    if (this.#server) throw new Error('the server still runs');
    await cp(this.#directory, keptIn(this.#directory), { recursive: true });
  }

  /** Starts the server with what was kept, as if nothing had happened since; only while it is down. */
  async putBack(): Promise<void> {
    if (this.#server) throw new Error('the server still runs');
    await rm(this.#directory, { recursive: true, force: true });
    await cp(keptIn(this.#directory), this.#directory, { recursive: true });
    await this.startServer();
  }

  /** As the administrator does it each night, while the server works. @returns where it lies */
  async backup(): Promise<string> {
    const target = `${this.#directory}-backup`;
    await this.#command('backup/backup-command.ts', [this.#directory, target]);
    return target;
  }

  /** The disk is gone, and what the backup has is put in its place; only while the server is down. */
  async restore(backup: string): Promise<void> {
    if (this.#server) throw new Error('the server still runs');
    const target = `${this.#directory}-restored`;
    await this.#command('backup/restore-command.ts', [backup, target]);
    for (const gone of [this.#directory, backup]) await rm(gone, { recursive: true, force: true });
    this.#directory = target;
  }

  /** As `npm run server:verify` does, while the server works. @returns what it says; throws where anything differs */
  verify(): Promise<string> {
    return this.#command('admin/verify.ts', [this.#directory]);
  }

  /** Every document of this kind as the server holds it, while it works. */
  async documents<C extends CollectionName>(collection: C): Promise<DocumentOf<C>[]> {
    const stored = await this.#read((read) => read.allDocuments(collection, '', 10_000));
    return stored.flatMap(({ document }) => (document === null ? [] : [document as DocumentOf<C>]));
  }

  /** Where who has which time and what the documents say differ (K10), while the server works; undefined: nowhere. */
  wrongClaims(now: Instant): Promise<string | undefined> {
    return this.#read((read) => wrongClaim(read, now));
  }

  async #read<T>(does: (read: Read) => Promise<T>): Promise<T> {
    const store = await openSqliteStore({ directory: this.#directory });
    try {
      return await store.snapshot(testTown.municipalityId, does);
    } finally {
      await store.close();
    }
  }

  /** As if a year had gone by since anything happened to a closed case; only while the server is down. */
  async shelveClosedCases(): Promise<void> {
    if (this.#server) throw new Error('the server still runs');
    const store = await openSqliteStore({ directory: this.#directory });
    const failed = (error: unknown) => {
      throw new Error(JSON.stringify(error));
    };
    const core = {
      store,
      now: () => instantOf(Date.now()),
      committed: () => undefined,
      ruleFailed: (_: unknown, error: unknown) => failed(error),
    };
    await shelveOldCases({ core, log: { error: failed } }, 0).finally(() => store.close());
  }

  /** One of the administrator's commands at the server's machine. @returns what it says */
  administer(...argv: readonly string[]): Promise<string> {
    return this.#command('admin/main.ts', argv);
  }

  async #command(script: string, argv: readonly string[]): Promise<string> {
    const { stdout } = await run(
      process.execPath,
      [join(import.meta.dirname, '../sync-server/src', script), ...argv],
      { env: { ...withoutOwnSettings(process.env), AMTSSTUBE_DATA: this.#directory } },
    );
    return stdout;
  }

  async close(): Promise<void> {
    await this.killServer();
    await new Promise<void>((resolve) => this.#smtp.close(() => resolve()));
    for (const gone of [this.#directory, keptIn(this.#directory)])
      await rm(gone, { recursive: true, force: true });
  }
}

const keptIn = (directory: string) => `${directory}-kept`;

/** The n-th file reference of this year's run: the server numbers by the real calendar. */
export function reference(n: number): string {
  const year = localDateOf(instantOf(Date.now())).slice(0, 4);
  return `HST-${year}-${String(n).padStart(5, '0')}`;
}

/** Below those that systems give to outgoing connections: one of these would be taken while a server is down. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(11_000, 32_000);
    const probe = createServer().listen(port, '127.0.0.1');
    const isFree = await once(probe, 'listening').then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    probe.close();
    await once(probe, 'close');
    return port;
  }
}

/** The server refuses settings it doesn't know; those of the test run are none of its business. */
export function withoutOwnSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('AMTSSTUBE_')));
}
