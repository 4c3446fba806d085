import type { Actor } from '@amtsstube/shared/domain/actor';
import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import type { JournalExport } from '@amtsstube/shared/replication/journal-export';
import type { Environment } from '../environment.ts';
import type { Journal } from '../journal/journal.ts';
import { sealForServer } from './seal-for-server.ts';
import type { SupportKey } from './support-key.ts';

export interface ExportParts {
  readonly actor: Actor;
  readonly journal: Pick<Journal, 'deviceId' | 'epoch' | 'operations' | 'receiptOf' | 'insteadOf'>;
  readonly environment: Pick<Environment, 'now'>;
  readonly support?: { readonly municipalityId: MunicipalityId } | undefined;
}

/** The journal with everything in it, sealed to the server's key. */
export async function exportJournal(
  { actor, journal, environment, support }: ExportParts,
  key: Pick<SupportKey, 'read'> | undefined,
): Promise<Uint8Array | 'noKey'> {
  const publicKey = await key?.read();
  if (publicKey === undefined || support === undefined || actor.kind !== 'clerk') return 'noKey';
  const content: JournalExport = {
    v: 1,
    municipalityId: support.municipalityId,
    clerkId: actor.clerkId,
    deviceId: journal.deviceId,
    epoch: journal.epoch,
    exportedAt: environment.now(),
    entries: journal.operations.map((operation) => ({
      operation,
      receipt: journal.receiptOf(operation.n) ?? null,
      insteadOf: journal.insteadOf(operation.opId) ?? null,
    })),
  };
  return sealForServer(content, publicKey);
}
