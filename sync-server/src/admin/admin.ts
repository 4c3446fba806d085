import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { clerkId, epoch, type MunicipalityId, municipalityId, opId } from '@amtsstube/shared/domain/ids';
import { instantOf } from '@amtsstube/shared/domain/time';
import { z } from '@amtsstube/shared/domain/zod';
import { configureMunicipality } from '@amtsstube/shared/operations/settings/configure-municipality';
import type { Config } from '../config.ts';
import { executeServerOperation } from '../execute/execute.ts';
import { failedMails, retryFailedMails } from '../mail/failed-mails.ts';
import { openAccountsDatabase } from '../sign-in/accounts-database.ts';
import { Invitations } from '../sign-in/invitations.ts';
import { shownCode } from '../sign-in/secret.ts';
import { Workstations } from '../sign-in/workstations.ts';
import { CannotStart } from '../start-server-listening.ts';
import { lockDirectory } from '../start-server-lock.ts';
import { openSqliteStore } from '../store/sqlite-store.ts';

export const usage = `usage: npm run server:admin -- COMMAND, with the server's settings (AMTSSTUBE_DATA, AMTSSTUBE_PUBLIC_URL)
  municipality add --id ID --name NAME --email ADDRESS --admin-name NAME --admin-email ADDRESS
      a new municipality with its first administrator; the server must be stopped
  enrolment-code --municipality ID
      a code that lets one device in, for one day
  invite --municipality ID --clerk ID --email ADDRESS
      a link by which this clerk sets a (new) password, for seven days
  failed-mails --municipality ID [--retry yes]
      mails the mail server refused for seven days; with --retry they are sent again`;

const newMunicipality = z.strictObject({
  id: municipalityId,
  name: z.string().min(1).max(120),
  email: z.email(),
  'admin-name': z.string().min(1).max(120),
  'admin-email': z.email(),
});

/**
 * One command of the administrator at the server's own machine.
 * @returns what to tell her, line by line
 * @throws CannotStart with a sentence, when something is wrong with what was typed or with the data directory
 */
export async function administer(argv: readonly string[], config: Config): Promise<readonly string[]> {
  const { positionals, values } = parsed(argv);
  switch (positionals.join(' ')) {
    case 'municipality add':
      return addMunicipality(optionsAs(newMunicipality, values), config);
    case 'enrolment-code': {
      const { municipality } = optionsAs(z.strictObject({ municipality: municipalityId }), values);
      await demandMunicipality(config, municipality);
      return withAccounts(config, ({ workstations }) => [codeLine(workstations, municipality)]);
    }
    case 'invite': {
      const invited = z.strictObject({ municipality: municipalityId, clerk: clerkId, email: z.email() });
      const { municipality, clerk, email } = optionsAs(invited, values);
      await demandMunicipality(config, municipality);
      return withAccounts(config, ({ invitations }) => [
        invitationLine(config, invitations.invite({ municipalityId: municipality, clerkId: clerk, email })),
      ]);
    }
    case 'failed-mails': {
      const asked = z.strictObject({ municipality: municipalityId, retry: z.literal('yes').optional() });
      const { municipality, retry } = optionsAs(asked, values);
      await demandMunicipality(config, municipality);
      return listFailedMails(config, municipality, retry === 'yes');
    }
    default:
      throw new CannotStart(usage);
  }
}

/** With the addresses: it is the administrator's screen, and a mistyped one is what she is looking for. */
async function listFailedMails(
  config: Config,
  municipality: MunicipalityId,
  isToBeRetried: boolean,
): Promise<readonly string[]> {
  const store = await openSqliteStore({ directory: config.dataDirectory });
  try {
    const failed = await store.snapshot(municipality, failedMails);
    const lines = failed.map(
      ({ id, effect, attempts }) =>
        `${id}  ${effect.template}  to ${effect.to}  case ${effect.caseId}  refused ${attempts} times`,
    );
    if (!isToBeRetried) return [`${failed.length} failed mails.`, ...lines];
    const count = await store.transact(municipality, (tx) => retryFailedMails(tx, instantOf(Date.now())));
    return [`${count} failed mails will be sent again.`, ...lines];
  } finally {
    await store.close();
  }
}

async function addMunicipality(
  given: z.infer<typeof newMunicipality>,
  config: Config,
): Promise<readonly string[]> {
  // a running server holds its own picture of which municipalities there are
  const lock = lockDirectory(config.dataDirectory);
  const store = await openSqliteStore({ directory: config.dataDirectory });
  try {
    if (await store.has(given.id)) throw new CannotStart(`There is a municipality ${given.id} already.`);
    await store.createMunicipality(given.id, epoch.parse(randomUUID()));
    const now = () => instantOf(Date.now());
    const admin = clerkId.parse(randomUUID());
    const operation = {
      opId: opId.parse(`first-run.${given.id}`),
      deviceId: null,
      kind: configureMunicipality.kind,
      v: configureMunicipality.v,
      payload: {
        settings: [
          {
            kind: 'municipality' as const,
            id: 'municipality' as const,
            scope: 'all',
            name: given.name,
            email: given.email,
            phone: '',
            address: '',
          },
        ],
        clerks: [
          { id: admin, scope: 'all', name: given['admin-name'], role: 'admin' as const, departmentIds: [] },
        ],
      },
      at: now(),
    };
    const context = {
      store,
      now,
      newEpoch: () => epoch.parse(randomUUID()),
      committed: () => undefined,
      ruleFailed: (_operation: unknown, error: unknown) => {
        throw error;
      },
    };
    await executeServerOperation(context, given.id, operation, { kind: 'system' });
    return await withAccounts(config, ({ workstations, invitations }) => [
      `${given.name} (${given.id}) is set up. Start the server; then ${given['admin-name']}`,
      `  1. sets a password: ${linkOf(config, invitations.invite({ municipalityId: given.id, clerkId: admin, email: given['admin-email'] }))}`,
      `  2. opens ${publicUrl(config)}/desk/ and lets the device in. ${codeLine(workstations, given.id)}`,
      '  3. signs in and adds departments and clerks under "Verwaltung".',
    ]);
  } finally {
    await store.close();
    lock.release();
  }
}

async function demandMunicipality(config: Config, municipality: MunicipalityId): Promise<void> {
  const store = await openSqliteStore({ directory: config.dataDirectory });
  const isThere = await store.has(municipality).finally(() => store.close());
  if (!isThere) throw new CannotStart(`There is no municipality ${municipality} in ${config.dataDirectory}.`);
}

function withAccounts<T>(
  config: Config,
  work: (parts: { readonly workstations: Workstations; readonly invitations: Invitations }) => T,
): T {
  const database = openAccountsDatabase(config.dataDirectory);
  const now = () => instantOf(Date.now());
  try {
    return work({
      workstations: new Workstations(database, now),
      invitations: new Invitations(database, now),
    });
  } finally {
    database.close();
  }
}

function codeLine(workstations: Workstations, municipality: MunicipalityId): string {
  return `Device code (one device, one day): ${shownCode(workstations.newEnrolmentCode(municipality).code)}`;
}

function invitationLine(config: Config, token: string): string {
  return `Link (once, seven days): ${linkOf(config, token)}`;
}

function linkOf(config: Config, token: string): string {
  return `${publicUrl(config)}/einladung/${token}`;
}

function publicUrl({ publicUrl: given, host, port }: Config): string {
  return given ?? `http://${host}:${port}`;
}

function parsed(argv: readonly string[]) {
  try {
    const option = { type: 'string' } as const;
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        id: option,
        name: option,
        email: option,
        'admin-name': option,
        'admin-email': option,
        municipality: option,
        clerk: option,
        retry: option,
      },
    });
  } catch {
    throw new CannotStart(usage);
  }
}

function optionsAs<T>(schema: z.ZodType<T>, values: unknown): T {
  const found = schema.safeParse({ ...(values as object) });
  if (found.success) return found.data;
  const issue = found.error.issues[0];
  throw new CannotStart(`--${String(issue?.path[0] ?? '…')} is missing or wrong.\n${usage}`);
}
