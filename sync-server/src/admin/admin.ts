import { parseArgs } from 'node:util';
import type { Clerk } from '@amtsstube/shared/domain/clerk';
import {
  type CaseId,
  caseId,
  clerkId,
  type MunicipalityId,
  municipalityId,
  type OpId,
} from '@amtsstube/shared/domain/ids';
import { instantOf } from '@amtsstube/shared/domain/time';
import { z } from '@amtsstube/shared/domain/zod';
import type { Effect } from '@amtsstube/shared/operations/outcome';
import { releaseMails } from '../backup/held-mails.ts';
import { BlobStore } from '../blobs/blob-store.ts';
import type { Config } from '../config.ts';
import { scan } from '../execute/scan.ts';
import { createLogger } from '../logging.ts';
import { failedMails, retryFailedMails } from '../mail/failed-mails.ts';
import { eraseInMirror } from '../mirror/erase-in-mirror.ts';
import { withMirror } from '../mirror/with-mirror.ts';
import { openSalvage } from '../salvage/salvage-store.ts';
import { CannotStart } from '../start-server-listening.ts';
import { lockDirectory } from '../start-server-lock.ts';
import { openSqliteStore } from '../store/sqlite-store.ts';
import type { Store } from '../store/store.ts';
import { addMunicipality, newMunicipality } from './add-municipality.ts';
import { eraseCaseFrom, noteErasure } from './erase-case.ts';
import { readJournal } from './read-journal.ts';
import { codeLine, invitationLine, withAccounts } from './ways-in.ts';

export const usage = `usage: npm run server:admin -- COMMAND, with the server's settings (AMTSSTUBE_DATA, AMTSSTUBE_PUBLIC_URL)
  municipality add --id ID --name NAME --email ADDRESS --admin-name NAME --admin-email ADDRESS
      a new municipality with its first administrator; the server must be stopped
  enrolment-code --municipality ID
      a code that lets one device in, for one day
  clerks --municipality ID
      who works there, with the IDs that invite wants
  invite --municipality ID --clerk ID --email ADDRESS
      a link by which this clerk sets a (new) password, for seven days
  failed-mails --municipality ID [--retry yes]
      mails the mail server refused for seven days; with --retry they are sent again
  erase-case --municipality ID --case ID
      erases a case for ever, here and in the log mirror; the server must be stopped
  read-journal --file FILE [--import yes]
      what a desk's exported journal holds; with --import it is handed over as its desk would do it, and the server must
      be stopped
  release-mails --municipality ID --as send|discard
      after a restore: sends the mails that were held, or takes them for sent`;

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
    case 'clerks': {
      const { municipality } = optionsAs(z.strictObject({ municipality: municipalityId }), values);
      const lines = (await clerksOf(config, municipality)).map(lineOf);
      return [`${lines.length} clerks.`, ...lines];
    }
    case 'invite': {
      const invited = z.strictObject({ municipality: municipalityId, clerk: clerkId, email: z.email() });
      const { municipality, clerk, email } = optionsAs(invited, values);
      const known = await clerksOf(config, municipality);
      if (!known.some(({ id }) => id === clerk))
        throw new CannotStart(
          [`There is no clerk ${clerk} in ${municipality}. There are:`, ...known.map(lineOf)].join('\n'),
        );
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
    case 'erase-case': {
      const erased = z.strictObject({ municipality: municipalityId, case: caseId });
      const { municipality, case: id } = optionsAs(erased, values);
      return eraseCaseHere(config, municipality, id);
    }
    case 'read-journal': {
      const asked = z.strictObject({ file: z.string().min(1), import: z.literal('yes').optional() });
      const { file, import: isToBeImported } = optionsAs(asked, values);
      return readJournal(config, file, isToBeImported === 'yes');
    }
    case 'release-mails': {
      const released = z.strictObject({ municipality: municipalityId, as: z.enum(['send', 'discard']) });
      const { municipality, as } = optionsAs(released, values);
      return withMunicipality(config, municipality, async (store) => {
        const count = await store.transact(municipality, (tx) => releaseMails(tx, as, instantOf(Date.now())));
        return [`${count} held mails: ${as === 'send' ? 'released' : 'discarded'}.`];
      });
    }
    default:
      throw new CannotStart(usage);
  }
}

function clerksOf(config: Config, municipality: MunicipalityId): Promise<readonly Clerk[]> {
  return withMunicipality(config, municipality, (store) =>
    store.snapshot(municipality, async (read) => {
      const clerks = (await scan(read, ['clerks']))('clerks');
      return clerks === 'unknown' ? [] : clerks;
    }),
  );
}

function lineOf({ id, name, role, deactivatedAt }: Clerk): string {
  return `  ${id}  ${name}  ${role}${deactivatedAt === undefined ? '' : ', deactivated'}`;
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
    const lines = failed.map(({ id, effect, attempts }) => {
      const [template, subject] = describe(effect);
      return `${id}  ${template}  to ${effect.to}  ${subject}  refused ${attempts} times`;
    });
    if (!isToBeRetried) return [`${failed.length} failed mails.`, ...lines];
    const count = await store.transact(municipality, (tx) => retryFailedMails(tx, instantOf(Date.now())));
    return [`${count} failed mails will be sent again.`, ...lines];
  } finally {
    await store.close();
  }
}

/** What it says, and about what. */
function describe(effect: Effect): readonly [string, string] {
  switch (effect.kind) {
    case 'mail':
      return [effect.template, `case ${effect.caseId}`];
    case 'appointmentMail':
      return [effect.template, `appointment ${effect.appointmentId}`];
    case 'waitingMail':
      return ['waiting', `entry ${effect.waitingId}`];
  }
}

async function eraseCaseHere(
  config: Config,
  municipality: MunicipalityId,
  id: CaseId,
): Promise<readonly string[]> {
  const { dataDirectory, mirrorDirectory } = config;
  // a running server would go on writing to the mirror
  const lock = await lockDirectory(dataDirectory);
  try {
    return await withMunicipality(config, municipality, async (plain) => {
      const { store, mirror } = await withMirror(plain, config, createLogger('silent'));
      const erased = await eraseIn(store, config, municipality, id).finally(() => mirror?.close());
      if (mirrorDirectory !== undefined) await eraseInMirror(mirrorDirectory, municipality, new Set(erased));
      return [
        `Case ${id} is erased: ${erased.length} operations, their documents, files no other case has, mails that waited.`,
        'Backups made before still hold it: throw them away when their time is over. Restoring one erases it again.',
      ];
    });
  } finally {
    lock.release();
  }
}

/** @returns the erased operations */
async function eraseIn(
  store: Store,
  { dataDirectory, mirrorDirectory }: Config,
  municipality: MunicipalityId,
  id: CaseId,
): Promise<readonly OpId[]> {
  // noted first: where this is cut off, it can be typed again, and a restore would do it too
  for (const directory of [dataDirectory, mirrorDirectory])
    if (directory !== undefined) await noteErasure(directory, municipality, id);
  const blobs = new BlobStore({ dataDirectory, mirrorDirectory });
  const erased = await eraseCaseFrom(store, municipality, id, blobs);
  if (erased === undefined) throw new CannotStart(`There is no case ${id} in ${municipality}.`);
  const salvage = openSalvage(dataDirectory);
  for (const collection of ['cases', 'dossiers'] as const) salvage.remove(municipality, { collection, id });
  salvage.close();
  return erased.erased;
}

async function demandMunicipality(config: Config, municipality: MunicipalityId): Promise<void> {
  await withMunicipality(config, municipality, async () => undefined);
}

async function withMunicipality<T>(
  config: Config,
  municipality: MunicipalityId,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const store = await openSqliteStore({ directory: config.dataDirectory });
  try {
    if (!(await store.has(municipality)))
      throw new CannotStart(`There is no municipality ${municipality} in ${config.dataDirectory}.`);
    return await work(store);
  } finally {
    await store.close();
  }
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
        as: option,
        case: option,
        file: option,
        import: option,
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
