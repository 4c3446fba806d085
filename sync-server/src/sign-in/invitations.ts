import type { DatabaseSync } from 'node:sqlite';
import { clerkId, municipalityId } from '@amtsstube/shared/domain/ids';
import { type Instant, instant, instantOf, millisecondsOf } from '@amtsstube/shared/domain/time';
import { z } from '@amtsstube/shared/domain/zod';
import { hashOf, newSecret } from './secret.ts';

const invitation = z.object({ municipalityId, clerkId, email: z.string(), expiresAt: instant });

/** Who may set the password of an account, by a link with a secret in it. */
export type Invitation = z.infer<typeof invitation>;

const lifetime = 7 * 24 * 60 * 60 * 1000;

/** Open invitations: one per clerk, seven days, used once. The link's secret is kept as a hash. */
export class Invitations {
  readonly #database: DatabaseSync;
  readonly #now: () => Instant;

  constructor(database: DatabaseSync, now: () => Instant) {
    this.#database = database;
    this.#now = now;
    database.exec(`create table if not exists invitation (
      tokenHash text primary key, municipalityId text not null, clerkId text not null, email text not null,
      expiresAt text not null, unique (municipalityId, clerkId)) strict`);
  }

  /** Ends the clerk's former one. @returns the secret of the link */
  invite(whom: Omit<Invitation, 'expiresAt'>): string {
    const token = newSecret();
    const expiresAt = instantOf(millisecondsOf(this.#now()) + lifetime);
    this.#database
      .prepare('delete from invitation where municipalityId = ? and clerkId = ?')
      .run(whom.municipalityId, whom.clerkId);
    this.#database
      .prepare('insert into invitation values (?, ?, ?, ?, ?)')
      .run(hashOf(token), whom.municipalityId, whom.clerkId, whom.email, expiresAt);
    return token;
  }

  /** undefined: unknown, used, or too old. */
  find(token: string): Invitation | undefined {
    const found = this.#database.prepare('select * from invitation where tokenHash = ?').get(hashOf(token));
    const parsed = invitation.optional().parse(found);
    return parsed && parsed.expiresAt >= this.#now() ? parsed : undefined;
  }

  used(token: string): void {
    this.#database.prepare('delete from invitation where tokenHash = ?').run(hashOf(token));
  }
}
