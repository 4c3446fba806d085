import { randomUUID } from 'node:crypto';
import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BlobHash, blobHash } from '@amtsstube/shared/domain/blob';
import {
  type CaseId,
  caseId,
  type MunicipalityId,
  municipalityId,
  type OpId,
  opId,
} from '@amtsstube/shared/domain/ids';
import { instantOf } from '@amtsstube/shared/domain/time';
import { eraseCase } from '@amtsstube/shared/operations/case/erase-case';
import type { PayloadOf } from '@amtsstube/shared/operations/registry';
import { heldUntil } from '../backup/held-mails.ts';
import type { BlobStore } from '../blobs/blob-store.ts';
import { namedBlobs } from '../blobs/named-blobs.ts';
import { decideOperation } from '../execute/decide-operation.ts';
import type { Read, Store } from '../store/store.ts';
import { planErasure } from './plan-erasure.ts';

/** One line per erasure: `municipality caseId`. Kept beside the databases and the mirror, for restores of older backups. */
export const erasuresFile = 'erasures.txt';

/**
 * Erases a case from a store that nobody else writes to: documents, payloads, mails that still wait, files no other
 * case has.
 * @returns what was erased; undefined where there is no such case (any more)
 */
export async function eraseCaseFrom(
  store: Store,
  municipality: MunicipalityId,
  id: CaseId,
  blobs: BlobStore,
): Promise<PayloadOf<'eraseCase'> | undefined> {
  const payload = await store.snapshot(municipality, (read) => planErasure(read, id));
  if (payload === undefined) return undefined;
  const alone = await store.snapshot(municipality, async (read) => {
    const named = await namedBlobs(read);
    // with the payloads goes what the later sweep would know them by: also what was taken away from the case before
    const had = new Set([...named.keys(), ...(await hashesIn(read, payload.erased))]);
    return [...had].filter((hash) => (named.get(hash) ?? []).every(({ caseId }) => caseId === id));
  });
  const at = instantOf(Date.now());
  const operation = {
    opId: opId.parse(`erase.${randomUUID()}`),
    deviceId: null,
    kind: eraseCase.kind,
    v: eraseCase.v,
    payload,
    at,
  };
  await store.transact(municipality, async (tx) => {
    await decideOperation(tx, operation, { kind: 'system' }, at);
    for (const { id: effectId, effect } of await tx.dueEffects(heldUntil, 1_000_000)) {
      const isGone =
        (effect.kind === 'mail' && effect.caseId === id) ||
        (effect.kind === 'appointmentMail' && payload.appointments?.includes(effect.appointmentId));
      if (isGone) await tx.removeEffect(effectId);
    }
  });
  for (const hash of alone) await blobs.remove(municipality, hash);
  return payload;
}

async function hashesIn(read: Read, operations: readonly OpId[]): Promise<ReadonlySet<BlobHash>> {
  const found = new Set<BlobHash>();
  for (const operation of operations) collectHashes(await read.payload(operation), found);
  return found;
}

/** Files as every operation and every answer names them: by `hash`. */
function collectHashes(value: unknown, found: Set<BlobHash>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const hash = key === 'hash' ? blobHash.safeParse(inner) : undefined;
    if (hash?.success) found.add(hash.data);
    else collectHashes(inner, found);
  }
}

export async function noteErasure(
  directory: string,
  municipality: MunicipalityId,
  id: CaseId,
): Promise<void> {
  await appendFile(join(directory, erasuresFile), `${municipality} ${id}\n`, { mode: 0o600, flush: true });
}

/** What was to be erased according to the lists in these directories. */
export async function notedErasures(
  directories: readonly string[],
): Promise<readonly { readonly municipality: MunicipalityId; readonly caseId: CaseId }[]> {
  const noted = new Map<string, { municipality: MunicipalityId; caseId: CaseId }>();
  for (const directory of directories) {
    const text = await readFile(join(directory, erasuresFile), 'utf8').catch(() => '');
    for (const line of text.split('\n')) {
      const [municipality, id] = line.split(' ');
      const [town, erased] = [municipalityId.safeParse(municipality), caseId.safeParse(id)];
      if (town.success && erased.success) noted.set(line, { municipality: town.data, caseId: erased.data });
    }
  }
  return [...noted.values()];
}
