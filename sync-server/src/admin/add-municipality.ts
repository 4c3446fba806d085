import { randomUUID } from 'node:crypto';
import { clerk } from '@amtsstube/shared/domain/clerk';
import { clerkId, epoch, type MunicipalityId, municipalityId, opId } from '@amtsstube/shared/domain/ids';
import { instantOf } from '@amtsstube/shared/domain/time';
import { z } from '@amtsstube/shared/domain/zod';
import { configureMunicipality } from '@amtsstube/shared/operations/settings/configure-municipality';
import type { Config } from '../config.ts';
import { executeServerOperation } from '../execute/execute.ts';
import { CannotStart } from '../start-server-listening.ts';
import { lockDirectory } from '../start-server-lock.ts';
import { openSqliteStore } from '../store/sqlite-store.ts';
import type { Store } from '../store/store.ts';
import { codeLine, linkOf, publicUrl, withAccounts } from './ways-in.ts';

export const newMunicipality = z.strictObject({
  id: municipalityId,
  name: z.string().min(1).max(120),
  email: z.email(),
  'admin-name': z.string().min(1).max(120),
  'admin-email': z.email(),
});

/**
 * A new municipality with its first administrator. The server must be stopped.
 * @returns what to tell her, with link and device code
 * @throws CannotStart when it is there already
 */
export async function addMunicipality(
  given: z.infer<typeof newMunicipality>,
  config: Config,
): Promise<readonly string[]> {
  // a running server holds its own picture of which municipalities there are
  const lock = await lockDirectory(config.dataDirectory);
  const store = await openSqliteStore({ directory: config.dataDirectory });
  try {
    if (await store.has(given.id)) await demandUnfinished(store, given.id);
    else await store.createMunicipality(given.id, epoch.parse(randomUUID()));
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
      committed: () => undefined,
      ruleFailed: (_operation: unknown, error: unknown) => {
        throw error;
      },
    };
    const { result } = await executeServerOperation(context, given.id, operation, { kind: 'system' });
    if (result.decided !== 'accepted')
      throw new CannotStart(`${given.id} could not be set up: ${JSON.stringify(result)}`);
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

/** Cut off right after it was made, a municipality has nobody in it, and the same command goes on. */
async function demandUnfinished(store: Store, municipality: MunicipalityId): Promise<void> {
  const stored = await store.snapshot(municipality, (read) => read.allDocuments('clerks', '', 1000));
  if (stored.length === 0) return;
  const admins = stored
    .flatMap(({ document }) => clerk.safeParse(document).data ?? [])
    .filter(({ role, deactivatedAt }) => role === 'admin' && deactivatedAt === undefined)
    .map(({ id, name }) => `${name} (--clerk ${id})`);
  throw new CannotStart(
    `There is a municipality ${municipality} already. "invite" gives its administrators a link: ${admins.join(', ')}.`,
  );
}
