import type { DatabaseSync } from 'node:sqlite';
import { type ClerkId, clerkId, type MunicipalityId, municipalityId } from '@amtsstube/shared/domain/ids';
import { z } from '@amtsstube/shared/domain/zod';
import { APIError, betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { bearer } from 'better-auth/plugins';
import { createMemory } from './memory.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';
import { hashOf } from './secret.ts';

/** Whose account it is. What the clerk may do stands in the municipality's `clerks`, not here. */
export interface AccountHolder {
  readonly municipalityId: MunicipalityId;
  readonly clerkId: ClerkId;
}

export interface NewAccount extends AccountHolder {
  readonly email: string;
  readonly password: string;
}

export interface Accounts {
  /** undefined: wrong password or no such account, told apart by nothing, not even the time. */
  signIn(
    email: string,
    password: string,
  ): Promise<{ readonly token: string; readonly holder: AccountHolder } | undefined>;
  /** undefined: no session, or an expired one. */
  holderOf(token: string): Promise<AccountHolder | undefined>;
  signOut(token: string): Promise<void>;
  /**
   * False: `current` is wrong. Ends the holder's other sessions.
   * @param token of the session that changes it, which goes on
   */
  changePassword(token: string, current: string, next: string): Promise<boolean>;
  hasAccount(email: string): Promise<boolean>;
  /** Whose account has this e-mail address. */
  holderOfAddress(email: string): Promise<AccountHolder | undefined>;
  /** @throws Error when there is an account with this e-mail address already */
  addAccount(account: NewAccount): Promise<void>;
  /**
   * Of the invited person: her account gets this password and this address, and all its sessions end; or it is made.
   * A former address opens nothing any more: one clerk has one account. `addressTaken`: it is another person's.
   */
  setPassword(account: NewAccount): Promise<'set' | 'addressTaken'>;
}

const isSameHolder = (a: AccountHolder, b: AccountHolder) =>
  a.municipalityId === b.municipalityId && a.clerkId === b.clerkId;

const day = 24 * 60 * 60;
const fourteenDays = 14 * day;
const holderOfUser = z.object({ municipalityId, clerkId });

/** Accounts and sessions on better-auth. */
export async function openAccounts(database: DatabaseSync, secret: string): Promise<Accounts> {
  const options = {
    database,
    secret,
    // its own HTTP endpoints are never mounted; the address is asked for, but not used
    baseURL: 'http://localhost',
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    session: { expiresIn: fourteenDays, updateAge: day },
    user: {
      additionalFields: {
        municipalityId: { type: 'string' as const, required: true, input: false },
        clerkId: { type: 'string' as const, required: true, input: false },
      },
    },
    plugins: [bearer()],
  };
  await (await getMigrations(options)).runMigrations();
  const auth = betterAuth(options);
  const { internalAdapter, adapter } = await auth.$context;
  /** A session's holder, and until when it needs no prolonging, in milliseconds. */
  const fresh = createMemory<{ readonly holder: AccountHolder; readonly until: number }>(database);

  return {
    signIn: async (email, password) => {
      try {
        const { token, user } = await auth.api.signInEmail({ body: { email, password } });
        return { token, holder: holderOfUser.parse(user) };
      } catch (error) {
        if (error instanceof APIError && error.statusCode < 500) return undefined;
        throw error;
      }
    },
    holderOf: async (token) => {
      // Asked at each request. Better-auth's own way makes two signatures of the token first, a third of all the server
      // does where fifty desks hand over; it is for the day's prolonging, and for the end.
      const known = await fresh.readLater(hashOf(token), async () => {
        const found = await internalAdapter.findSession(token);
        if (found === null) return undefined;
        const until = found.session.expiresAt.valueOf() - (fourteenDays - day) * 1000;
        return { holder: holderOfUser.parse(found.user), until };
      });
      if (known === undefined) return undefined;
      if (Date.now() < known.until) return known.holder;
      const session = await auth.api.getSession({
        headers: new Headers({ authorization: `Bearer ${token}` }),
      });
      return session === null ? undefined : holderOfUser.parse(session.user);
    },
    signOut: (token) => internalAdapter.deleteSession(token),
    changePassword: async (token, current, next) => {
      try {
        const headers = new Headers({ authorization: `Bearer ${token}` });
        const session = await auth.api.getSession({ headers });
        if (session === null) return false;
        await auth.api.changePassword({
          body: { currentPassword: current, newPassword: next, revokeOtherSessions: false },
          headers,
        });
        for (const other of await internalAdapter.listSessions(session.user.id)) {
          if (other.token !== session.session.token) await internalAdapter.deleteSession(other.token);
        }
        return true;
      } catch (error) {
        if (error instanceof APIError && error.statusCode < 500) return false;
        throw error;
      }
    },
    hasAccount: async (email) => (await internalAdapter.findUserByEmail(email.toLowerCase())) !== null,
    holderOfAddress,
    addAccount,
    setPassword: async ({ email, password, ...holder }) => {
      const address = email.toLowerCase();
      const taken = await holderOfAddress(address);
      if (taken && !isSameHolder(taken, holder)) return 'addressTaken';
      const [own, ...others] = await usersOf(holder, address);
      if (own === undefined) {
        await addAccount({ email, password, ...holder });
        return 'set';
      }
      // made by a former version, which gave a clerk a second account with a second address
      for (const { id } of others) await internalAdapter.deleteUser(id);
      if (own.email !== address) await internalAdapter.updateUser(own.id, { email: address });
      await internalAdapter.updatePassword(own.id, await hashPassword(password));
      for (const { token } of await internalAdapter.listSessions(own.id))
        await internalAdapter.deleteSession(token);
      return 'set';
    },
  };

  async function holderOfAddress(email: string): Promise<AccountHolder | undefined> {
    const found = await internalAdapter.findUserByEmail(email.toLowerCase());
    return found === null ? undefined : holderOfUser.parse(found.user);
  }

  /** The one with this address first. */
  async function usersOf({ municipalityId, clerkId }: AccountHolder, address: string) {
    const found = await adapter.findMany({
      model: 'user',
      where: [
        { field: 'municipalityId', value: municipalityId },
        { field: 'clerkId', value: clerkId },
      ],
    });
    const users = z.array(z.object({ id: z.string(), email: z.string() })).parse(found);
    return users.toSorted((a, b) => Number(b.email === address) - Number(a.email === address));
  }

  async function addAccount({ email, password, ...holder }: NewAccount): Promise<void> {
    const address = z.email().parse(email).toLowerCase();
    if (await internalAdapter.findUserByEmail(address))
      throw new Error('There is an account with this address.');
    const user = await internalAdapter.createUser(
      {
        email: address,
        name: holder.clerkId,
        emailVerified: true,
        municipalityId: holder.municipalityId,
        clerkId: holder.clerkId,
      },
      { method: 'email-password' },
    );
    await internalAdapter.linkAccount({
      userId: user.id,
      accountId: user.id,
      providerId: 'credential',
      password: await hashPassword(password),
    });
  }
}
