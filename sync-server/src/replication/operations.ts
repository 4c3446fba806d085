import type { Clerk } from '@amtsstube/shared/domain/clerk';
import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import { visibleScopes } from '@amtsstube/shared/domain/scope';
import type { DeskOperation } from '@amtsstube/shared/operations/operation';
import type { OperationsAnswer, OperationsRequest } from '@amtsstube/shared/replication/messages';
import type { CoreContext } from '../core-context.ts';
import { actorOf } from '../execute/actor-of.ts';
import { decideOperation, type RuleBug } from '../execute/decide-operation.ts';
import { deviceOf } from '../execute/device.ts';
import { hintOf } from '../execute/hint-of.ts';
import { type LogRow, StoreUnavailable, type Tx } from '../store/store.ts';
import { decisionsSince, receiptOf, touchedDocuments } from './decisions.ts';

type Handed =
  | {
      readonly outcome: 'decided';
      readonly row: LogRow;
      readonly n: number;
      readonly isNew: boolean;
      readonly bug?: RuleBug;
    }
  | { readonly outcome: 'alreadyReceived'; readonly row: LogRow; readonly n: number }
  | { readonly outcome: 'gap'; readonly expect: number }
  | { readonly outcome: 'counterReused' }
  | { readonly outcome: 'otherEpoch' }
  | {
      readonly outcome: 'notNow';
      readonly n: number;
      readonly cause: 'unknownKind' | 'unknownVersion' | 'storage';
    };

/** What ended a request early, though the number of an operation behind it would be the next one. */
interface Turn {
  stop: 'counterReused' | 'storage' | undefined;
}

/**
 * Takes a desk's operations in order and answers with every decision the desk doesn't know yet (S2, S5). All
 * are queued at once so that they share commits; the store runs them one after another, and after a stop in the
 * middle nothing of the rest is stored: it would be decided before what stopped.
 * @throws ForeignDevice when the journal belongs to another clerk
 */
export async function handOver(
  context: CoreContext,
  municipality: MunicipalityId,
  clerk: Clerk,
  request: OperationsRequest,
): Promise<OperationsAnswer> {
  const turn: Turn = { stop: undefined };
  const handed = await Promise.all(
    request.operations.map((operation) => handOne(context, municipality, clerk, request, operation, turn)),
  );
  const fresh = handed.filter((each) => each.outcome === 'decided').filter((each) => each.isNew);
  if (fresh.length > 0) context.committed(municipality, hintOf(fresh.map(({ row }) => row)));
  for (const { row, bug } of fresh) if (bug) context.ruleFailed(row, bug.error);
  const scopes = visibleScopes(clerk);
  return context.store.snapshot(municipality, async (read) => {
    const { epoch } = await read.head();
    const device = await deviceOf(read, request.deviceId, clerk);
    if (request.epoch !== null && request.epoch !== epoch) {
      return { result: 'otherEpoch', epoch, lastN: device.lastN };
    }
    const since = await decisionsSince(read, request.deviceId, request.firstOpen, scopes);
    const own = ownReceipts(handed);
    const covered = new Set(own.map(({ n }) => n));
    return {
      result: 'decided',
      epoch,
      serverTime: context.now(),
      serverVersion: context.version,
      decisions: {
        receipts: [...since.receipts.filter(({ n }) => !covered.has(n)), ...own].toSorted(
          (a, b) => a.n - b.n,
        ),
        documents: mergeDocuments(since.documents, await touchedDocuments(read, rowsOf(handed), scopes)),
      },
      expect: handed.find((each) => each.outcome === 'gap')?.expect ?? null,
      counterReused: handed.some((each) => each.outcome === 'counterReused'),
      notNow: notNowOf(handed),
    };
  });
}

async function handOne(
  context: CoreContext,
  municipality: MunicipalityId,
  clerk: Clerk,
  request: OperationsRequest,
  operation: DeskOperation,
  turn: Turn,
): Promise<Handed> {
  const { n } = operation;
  try {
    return await context.store.transact(municipality, async (tx) => {
      // an image was put back (S2): the next number may be free again, but its turn is after the one that isn't
      if (turn.stop === 'counterReused') return { outcome: 'counterReused' };
      if (turn.stop === 'storage') return { outcome: 'notNow', n, cause: 'storage' };
      const handed = await handInTransaction(context, tx, clerk, request, operation);
      if (handed.outcome === 'counterReused') turn.stop = 'counterReused';
      return handed;
    });
  } catch (error) {
    // the disk fails: nothing is stored, the journal keeps it, and the person reads why (S3)
    if (!(error instanceof StoreUnavailable)) throw error;
    turn.stop ??= 'storage';
    return { outcome: 'notNow', n, cause: 'storage' };
  }
}

async function handInTransaction(
  context: CoreContext,
  tx: Tx,
  clerk: Clerk,
  request: OperationsRequest,
  operation: DeskOperation,
): Promise<Handed> {
  const { epoch } = await tx.head();
  if (request.epoch !== null && request.epoch !== epoch) return { outcome: 'otherEpoch' };
  const device = await deviceOf(tx, request.deviceId, clerk);
  const { n } = operation;
  if (n <= device.lastN && (await tx.logByOpId(operation.opId)) === undefined)
    return { outcome: 'counterReused' };
  if (n > device.lastN + 1) return { outcome: 'gap', expect: device.lastN + 1 };
  const decided = await decideOperation(tx, operation, actorOf(clerk), context.now(), context.version);
  if (decided.outcome === 'notNow') return { ...decided, n };
  if (n === device.lastN + 1) await tx.putDevice({ ...device, lastN: n });
  return { ...decided, n };
}

/** Receipts for exactly what was sent, also for operations first decided under another journal's number. */
function ownReceipts(handed: readonly Handed[]) {
  return handed
    .filter((each) => each.outcome === 'decided' || each.outcome === 'alreadyReceived')
    .map((each) => ({
      ...receiptOf(each.row),
      n: each.n,
      ...(each.outcome === 'alreadyReceived' ? { result: { decided: 'alreadyReceived' as const } } : {}),
    }));
}

function rowsOf(handed: readonly Handed[]): LogRow[] {
  return handed.flatMap((each) => ('row' in each ? [each.row] : []));
}

function mergeDocuments<T extends { collection: string; id: string }>(a: readonly T[], b: readonly T[]): T[] {
  return [
    ...new Map([...a, ...b].map((document) => [`${document.collection}/${document.id}`, document])).values(),
  ];
}

function notNowOf(handed: readonly Handed[]) {
  const stopped = handed.find((each) => each.outcome === 'notNow');
  return stopped ? { n: stopped.n, cause: stopped.cause } : null;
}
