import { hkdfSync } from 'node:crypto';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { type Instant, instant, instantOf, millisecondsOf } from '@amtsstube/shared/domain/time';
import { z } from '@amtsstube/shared/domain/zod';
import type { Uploader } from '../blobs/blob-paths.ts';
import { openPrivateDatabase } from '../private-database.ts';
import { hashOf, newSecret } from '../sign-in/secret.ts';
import { createTicketSeal } from './ticket-seal.ts';
import { formTicket, uploaderOf } from './tickets.ts';

/** What a person left off with, to be gone on with from another device. */
export const keptDraft = z.strictObject({
  ticket: formTicket,
  typed: z.array(z.tuple([z.string(), z.string()])),
  savedAt: instant,
  expiresAt: instant,
});
export type KeptDraft = z.infer<typeof keptDraft>;

export const draftsFile = 'drafts.sqlite';
const lifetime = 30 * 24 * 60 * 60 * 1000;
/** Strangers can fill the disk up to here: 2,000 drafts of 256 KB are half a gigabyte. */
const mostDrafts = 2000;

/**
 * Unsent applications behind a link, thirty days. Each is encrypted with a key made of the link's secret, and of the
 * secret only its hash is kept: without the link nobody reads a draft, the server's operator neither.
 */
export class KeptDrafts {
  readonly #database: DatabaseSync;
  readonly #now: () => Instant;
  readonly #most: number;

  constructor(database: DatabaseSync, now: () => Instant, most = mostDrafts) {
    this.#database = database;
    this.#now = now;
    this.#most = most;
    database.exec(`create table if not exists draft (
      tokenHash text primary key, draftId text not null unique, sealed text not null, expiresAt text not null) strict;
      create table if not exists draftFiles (draftId text primary key, uploader text not null) strict;`);
  }

  /** The newest state of an application; a former link to it ends. @returns undefined where there is no room */
  keep(
    draftId: string,
    left: Pick<KeptDraft, 'ticket' | 'typed'>,
  ): { readonly token: string; readonly expiresAt: Instant } | undefined {
    this.#forgetExpired();
    this.forget(draftId);
    const { count } = this.#database.prepare('select count(*) as count from draft').get() as {
      count: number;
    };
    if (count >= this.#most) return undefined;
    const savedAt = this.#now();
    const expiresAt = instantOf(millisecondsOf(savedAt) + lifetime);
    const token = newSecret();
    // what is in the draft can be sent as long as the draft is kept
    const draft: KeptDraft = { ...left, ticket: { ...left.ticket, expiresAt }, savedAt, expiresAt };
    // first this: a draft without it would lose its files
    this.#database
      .prepare('insert into draftFiles values (?, ?) on conflict do update set uploader = excluded.uploader')
      .run(draftId, uploaderOf(left.ticket));
    this.#database
      .prepare('insert into draft values (?, ?, ?, ?)')
      .run(hashOf(token), draftId, sealOf(token).seal(draft), expiresAt);
    return { token, expiresAt };
  }

  /** undefined: unknown, sent, deleted, or too old. */
  find(token: string): KeptDraft | undefined {
    const row = this.#database
      .prepare('select sealed from draft where tokenHash = ? and expiresAt > ?')
      .get(hashOf(token), this.#now());
    return row && keptDraft.parse(sealOf(token).open(String(row['sealed'])));
  }

  /** Who brought the files of all that can still be gone on with; not always the draft's own id. */
  uploaders(): readonly Uploader[] {
    const rows = this.#database
      .prepare(`select draftId, uploader from draft left join draftFiles using (draftId) where expiresAt > ?`)
      .all(this.#now());
    return rows.map(({ draftId, uploader }) => (uploader ?? `draft ${String(draftId)}`) as Uploader);
  }

  /** Sent or deleted: nothing of it stays. */
  forget(draftId: string): void {
    this.#database.prepare('delete from draft where draftId = ?').run(draftId);
    this.#database.prepare('delete from draftFiles where draftId = ?').run(draftId);
  }

  #forgetExpired(): void {
    this.#database.prepare('delete from draft where expiresAt <= ?').run(this.#now());
    this.#database.exec('delete from draftFiles where draftId not in (select draftId from draft)');
  }
}

/** @throws CannotStart */
export function openDraftsDatabase(directory: string): DatabaseSync {
  const file = join(directory, draftsFile);
  return openPrivateDatabase(file, `The drafts ${file}`, (database) => database);
}

function sealOf(token: string) {
  const key = Buffer.from(hkdfSync('sha256', token, '', 'amtsstube draft', 32));
  return createTicketSeal(key, Number.MAX_SAFE_INTEGER);
}
