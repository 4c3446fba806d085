import type { Actor } from '@amtsstube/shared/domain/actor';
import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import type { Instant } from '@amtsstube/shared/domain/time';
import type { ServerOperation } from '@amtsstube/shared/operations/operation';
import type { Receipt } from '@amtsstube/shared/replication/messages';
import type { CoreContext } from '../core-context.ts';
import type { LogRow } from '../store/store.ts';
import { decideOperation } from './decide-operation.ts';
import { hintOf } from './hint-of.ts';

export interface ServerDecision {
  readonly seq: number;
  readonly decidedAt: Instant;
  readonly result: Receipt['result'];
}

/**
 * Executes an operation of a citizen or of the system: idempotent by opId, no journal behind it. Resolves after
 * the commit is durable; rejects with StoreUnavailable where the disk fails, then nothing was decided.
 */
export async function executeServerOperation(
  context: Pick<CoreContext, 'store' | 'now' | 'committed' | 'ruleFailed'>,
  municipality: MunicipalityId,
  operation: ServerOperation,
  actor: Actor,
): Promise<ServerDecision> {
  const decided = await context.store.transact(municipality, (tx) =>
    decideOperation(tx, operation, actor, context.now()),
  );
  if (decided.outcome === 'notNow')
    throw new Error(`the server's own operation is of an unknown kind: ${operation.kind}`);
  if (decided.outcome === 'decided') {
    if (decided.isNew) context.committed(municipality, hintOf([decided.row]));
    if (decided.bug) context.ruleFailed(operation, decided.bug.error);
  }
  return decisionOf(decided.row, decided.outcome === 'alreadyReceived');
}

function decisionOf(row: LogRow, alreadyReceived: boolean): ServerDecision {
  return {
    seq: row.seq,
    decidedAt: row.decidedAt,
    result: alreadyReceived ? { decided: 'alreadyReceived' } : row.result,
  };
}
