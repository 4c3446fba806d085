import type { ClaimWrite } from '@amtsstube/shared/domain/appointments/claim';
import type { AnyDocument, CollectionName } from '@amtsstube/shared/domain/documents';
import { clerkId, counterId, deviceId, epoch, municipalityId, opId } from '@amtsstube/shared/domain/ids';
import { instantOf } from '@amtsstube/shared/domain/time';
import type { LogRow, OutboxRow, Store, StoredDocument, Tx } from '../store.ts';

/** A store under test. `reopen` closes it and opens its files again, where there are files. */
export interface OpenedStore {
  readonly store: Store;
  readonly reopen?: () => Promise<Store>;
  close(): Promise<void>;
}

export const town = municipalityId.parse('musterstadt');
export const otherTown = municipalityId.parse('andersleben');
export const firstEpoch = epoch.parse('epoch-1');
export const otherEpoch = epoch.parse('epoch-2');
export const device = deviceId.parse('device-1');
export const otherDevice = deviceId.parse('device-2');
export const clerk = clerkId.parse('clerk-1');
export const scopeA = 'a/active';
export const scopeB = 'b/active';

/** A moment, `minutes` after the first. */
export function at(minutes: number) {
  return instantOf(Date.UTC(2026, 10, 23, 8, minutes));
}

/** A stored document. The store looks at nothing inside, so that any JSON will do. */
export function aDocument(
  id: string,
  seq: number,
  given: { collection?: CollectionName; scope?: string; text?: string; removed?: boolean } = {},
): StoredDocument {
  const { collection = 'cases', scope = scopeA, text = 'Prüfung läuft', removed = false } = given;
  return {
    collection,
    id,
    scope,
    seq,
    document: removed ? null : ({ id, scope, text } as unknown as AnyDocument),
  };
}

export function aLogRow(seq: number, given: Partial<LogRow> = {}): LogRow {
  return {
    seq,
    opId: opId.parse(`op-${seq}`),
    deviceId: device,
    n: seq,
    kind: 'addNote',
    v: 1,
    actor: { kind: 'clerk', clerkId: clerk, role: 'clerk', departmentIds: [] },
    at: at(0),
    decidedAt: at(1),
    payloadHash: 'a'.repeat(64),
    result: { decided: 'refused', reason: { code: 'noSuchCase' } },
    touched: [{ collection: 'cases', id: 'case-1' }],
    previousHash: hashOf(seq - 1),
    hash: hashOf(seq),
    ...given,
  };
}

export function anEffect(id: string, given: Partial<OutboxRow> = {}): OutboxRow {
  const effect = {
    kind: 'mail',
    template: 'news',
    to: 'erika@example.org',
    caseId: 'case-1',
    trackingCode: 'x',
  };
  return { id, effect: effect as OutboxRow['effect'], attempts: 0, dueAt: at(0), ...given };
}

export const aClaimWrite: ClaimWrite = {
  does: 'take',
  counterId: counterId.parse('counter-1'),
  from: 100,
  to: 102,
  state: 'booked',
  owner: 'appointment-1',
  until: null,
  fence: 1,
};

export function hashOf(seq: number): string {
  return seq.toString(16).padStart(64, '0');
}

/** One decision as the server makes it: takes the next seq, writes these documents, the log row and the head. */
export async function decide(
  tx: Tx,
  documents: (seq: number) => readonly StoredDocument[] = () => [],
): Promise<number> {
  const head = await tx.head();
  const seq = head.seq + 1;
  for (const document of documents(seq)) await tx.putDocument(document);
  await tx.appendLog(aLogRow(seq), { text: `payload ${seq}` });
  await tx.setHead({ ...head, seq, hash: hashOf(seq) });
  return seq;
}

/** A promise to be settled from outside. */
export function aGate(): { readonly passed: Promise<void>; open(): void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { passed: promise, open: () => resolve() };
}
