import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import {
  type ClerkId,
  clerkId,
  deviceId,
  type MunicipalityId,
  municipalityId,
  type WorkstationId,
  workstationId,
} from '@amtsstube/shared/domain/ids';
import { type Instant, instant, instantOf, millisecondsOf } from '@amtsstube/shared/domain/time';
import { z } from '@amtsstube/shared/domain/zod';
import type { WorkstationCredential, WorkstationList } from '@amtsstube/shared/replication/sign-in';
import { createMemory, type Memory } from './memory.ts';
import { hashOf, newCode, newSecret } from './secret.ts';

const schema = `
  create table if not exists workstation (
    id text primary key, municipalityId text not null, name text not null, secretHash text not null,
    colleagueKey text, enrolledAt text not null, lastSeenAt text, revokedAt text
  ) strict;
  create table if not exists enrolmentCode (
    codeHash text primary key, municipalityId text not null, expiresAt text not null
  ) strict;
  create table if not exists recoveryKey (
    workstationId text not null references workstation(id), clerkId text not null, key text not null,
    primary key (workstationId, clerkId)
  ) strict;
  create table if not exists workstationSession (
    tokenHash text primary key, workstationId text not null references workstation(id)
  ) strict;
  create table if not exists handOverCredential (
    tokenHash text primary key, municipalityId text not null, clerkId text not null, deviceId text not null,
    workstationId text not null references workstation(id), unique (municipalityId, deviceId)
  ) strict;`;

const workstationRow = z.object({
  id: workstationId,
  municipalityId,
  name: z.string(),
  secretHash: z.string(),
  colleagueKey: z.string().nullable(),
  enrolledAt: instant,
  lastSeenAt: instant.nullable(),
  revokedAt: instant.nullable(),
});
type WorkstationRow = z.infer<typeof workstationRow>;

const credentialRow = z.object({ municipalityId, clerkId, deviceId, workstationId });

/**
 * `revoked` makes a device destroy its keys, so it is said to none but the one that was put out. `unknown`: no such
 * device, or another secret, as after a restore or with the accounts lost.
 */
export type DeviceStanding =
  | { readonly standing: 'letIn'; readonly municipality: MunicipalityId }
  | { readonly standing: 'revoked' | 'unknown' };

/** Whose journal a hand-over credential is good for. */
export type HandOverRight = Omit<z.infer<typeof credentialRow>, 'workstationId'>;

const codeLifetime = 24 * 60 * 60 * 1000;
/** All are written together, at most this often: a town's desks ask every few seconds, and each write is an fsync. */
const seenEvery = 60_000;

/**
 * The devices that were let in, and what belongs to them. Secrets others hold are kept as hashes; recovery and colleague
 * keys as they are, because the server gives them out again, and alone they open nothing.
 */
export class Workstations {
  readonly #database: DatabaseSync;
  readonly #now: () => Instant;
  readonly #sessions: Memory<WorkstationRow>;
  /** Not written yet: what the last minute brought is lost with the process. */
  readonly #seenAt = new Map<WorkstationId, Instant>();
  #seenWrittenAt: Instant;

  constructor(database: DatabaseSync, now: () => Instant) {
    this.#database = database;
    this.#now = now;
    this.#seenWrittenAt = now();
    database.exec(schema);
    this.#sessions = createMemory(database);
  }

  /** Good for one device and one day. */
  newEnrolmentCode(municipality: MunicipalityId): { readonly code: string; readonly expiresAt: Instant } {
    const now = this.#now();
    this.#database.prepare('delete from enrolmentCode where expiresAt < ?').run(now);
    const code = newCode();
    const expiresAt = instantOf(millisecondsOf(now) + codeLifetime);
    this.#database
      .prepare('insert into enrolmentCode values (?, ?, ?)')
      .run(hashOf(code), municipality, expiresAt);
    return { code, expiresAt };
  }

  /** undefined: no such code, used before, or too old. */
  enrol(
    code: string,
    name: string,
  ): (WorkstationCredential & { readonly municipalityId: MunicipalityId }) | undefined {
    const now = this.#now();
    // taken and looked at in one statement: two devices with one code, and one of them gets in
    const used = this.#database
      .prepare('delete from enrolmentCode where codeHash = ? returning municipalityId, expiresAt')
      .get(hashOf(code));
    const found = z.object({ municipalityId, expiresAt: instant }).optional().parse(used);
    if (found === undefined || found.expiresAt < now) return undefined;
    const id = workstationId.parse(randomUUID());
    const secret = newSecret();
    this.#database
      .prepare('insert into workstation values (?, ?, ?, ?, ?, ?, null, null)')
      .run(id, found.municipalityId, name, hashOf(secret), newSecret(), now);
    return { workstationId: id, secret, municipalityId: found.municipalityId };
  }

  /** What the device that shows this secret is here. */
  deviceOf({ workstationId: id, secret }: WorkstationCredential): DeviceStanding {
    const row = this.#workstation(id);
    if (row === undefined || row.secretHash !== hashOf(secret)) return { standing: 'unknown' };
    if (row.revokedAt !== null) return { standing: 'revoked' };
    return { standing: 'letIn', municipality: row.municipalityId };
  }

  /** The keys of this clerk on this device, made at her first sign-in, and the session bound to the device. */
  signedIn(
    id: WorkstationId,
    clerk: ClerkId,
    token: string,
  ): { readonly recoveryKey: string; readonly colleagueKey: string } {
    const colleagueKey = this.#workstation(id)?.colleagueKey;
    if (!colleagueKey) throw new Error('sign-in on a device that is not let in');
    this.#database.prepare('insert or ignore into recoveryKey values (?, ?, ?)').run(id, clerk, newSecret());
    const { key } = z
      .object({ key: z.string() })
      .parse(
        this.#database
          .prepare('select key from recoveryKey where workstationId = ? and clerkId = ?')
          .get(id, clerk),
      );
    this.#database.prepare('insert or replace into workstationSession values (?, ?)').run(hashOf(token), id);
    return { recoveryKey: key, colleagueKey };
  }

  /** The device a session was begun on, also after the session has ended by anything but signing out. */
  ofSession(token: string): WorkstationId | 'revoked' | undefined {
    const row = this.#sessions.read(hashOf(token), (tokenHash) => {
      const found = this.#database
        .prepare('select workstationId from workstationSession where tokenHash = ?')
        .get(tokenHash);
      const id = z.object({ workstationId }).optional().parse(found)?.workstationId;
      return id && this.#workstation(id);
    });
    if (!row) return undefined;
    if (row.revokedAt !== null) return 'revoked';
    this.#seen(row.id);
    return row.id;
  }

  signedOut(token: string): void {
    this.#database.prepare('delete from workstationSession where tokenHash = ?').run(hashOf(token));
  }

  /** A right to hand over this one journal, whoever is signed in (J7). The former one for it ends. */
  newHandOverCredential(right: HandOverRight, id: WorkstationId): string {
    const token = newSecret();
    this.#database
      .prepare('delete from handOverCredential where municipalityId = ? and deviceId = ?')
      .run(right.municipalityId, right.deviceId);
    this.#database
      .prepare('insert into handOverCredential values (?, ?, ?, ?, ?)')
      .run(hashOf(token), right.municipalityId, right.clerkId, right.deviceId, id);
    return token;
  }

  handOverRightOf(token: string): HandOverRight | undefined {
    const found = this.#database
      .prepare('select * from handOverCredential where tokenHash = ?')
      .get(hashOf(token));
    if (found === undefined) return undefined;
    const { workstationId: id, ...right } = credentialRow.parse(found);
    return this.#workstation(id)?.revokedAt === null ? right : undefined;
  }

  list(municipality: MunicipalityId): WorkstationList['workstations'] {
    this.writeSeen();
    return this.#database
      .prepare('select * from workstation where municipalityId = ? order by enrolledAt, id')
      .all(municipality)
      .map((row) => workstationRow.parse(row))
      .map(({ id, name, enrolledAt, lastSeenAt, revokedAt }) => ({
        workstationId: id,
        name,
        enrolledAt,
        lastSeenAt,
        revokedAt,
      }));
  }

  /** Ends its sessions and credentials and deletes its keys, for good. False: no such device here. */
  revoke(municipality: MunicipalityId, id: WorkstationId): boolean {
    const row = this.#workstation(id);
    if (row?.municipalityId !== municipality) return false;
    this.#database.exec('begin immediate');
    try {
      this.#database
        .prepare(
          'update workstation set revokedAt = coalesce(revokedAt, ?), colleagueKey = null where id = ?',
        )
        .run(this.#now(), id);
      for (const table of ['recoveryKey', 'handOverCredential']) {
        this.#database.prepare(`delete from ${table} where workstationId = ?`).run(id);
      }
      this.#database.exec('commit');
    } catch (error) {
      this.#database.exec('rollback');
      throw error;
    }
    return true;
  }

  #workstation(id: WorkstationId): WorkstationRow | undefined {
    const found = this.#database.prepare('select * from workstation where id = ?').get(id);
    return workstationRow.optional().parse(found);
  }

  #seen(id: WorkstationId): void {
    const now = this.#now();
    this.#seenAt.set(id, now);
    if (millisecondsOf(now) - millisecondsOf(this.#seenWrittenAt) >= seenEvery) this.writeSeen();
  }

  /** When each device was last heard of; also before the database is closed. */
  writeSeen(): void {
    this.#seenWrittenAt = this.#now();
    if (this.#seenAt.size === 0) return;
    const seen = JSON.stringify(Object.fromEntries(this.#seenAt));
    this.#database
      .prepare(
        'update workstation set lastSeenAt = seen.value from json_each(?) as seen where workstation.id = seen.key',
      )
      .run(seen);
    this.#seenAt.clear();
  }
}
