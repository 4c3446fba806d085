import { randomUUID } from 'node:crypto';
import { deviceId as deviceIdSchema } from '@amtsstube/shared/domain/ids';
import type { DeskOperation } from '@amtsstube/shared/operations/operation';
import type { JournalExport } from '@amtsstube/shared/replication/journal-export';
import { maximumOperationsPerRequest } from '@amtsstube/shared/replication/messages';
import type { CoreContext } from '../core-context.ts';
import { handOver } from '../replication/operations.ts';
import { clerkOf } from '../sign-in/session.ts';
import { CannotStart } from '../start-server-listening.ts';

export interface Imported {
  /** Decided now. */
  readonly accepted: number;
  readonly refused: number;
  /** The server had them. */
  readonly known: number;
  /** Left out: refused once, and sent again as another that stands for them. */
  readonly superseded: number;
  /** What kept the rest from being decided; undefined: nothing is left. */
  readonly stopped: string | undefined;
}

/**
 * Hands a journal over from its export, as its own desk would: in order, under its clerk's present rights, and nothing
 * twice (S2). Under an identity of its own: the desk itself, should it come back, hands all of it over again and is told
 * the receipts, refusals too, which it would take for known if its own numbers had been used. What was sent again as
 * another is left out: a restored server has lost its refusal, and both would stand.
 * @throws CannotStart with a sentence
 */
export async function importJournal(context: CoreContext, content: JournalExport): Promise<Imported> {
  const { municipalityId, clerkId, deviceId, entries } = content;
  const clerk = await clerkOf(context.store, { municipalityId, clerkId });
  if (clerk === undefined) throw new CannotStart(`There is no clerk ${clerkId} in ${municipalityId}.`);
  const imported = deviceIdSchema.parse(`import-${randomUUID()}`);
  const again = new Set(entries.map(({ insteadOf }) => insteadOf));
  const operations = entries.map(({ operation }) => operation);
  const unknown = await context.store.snapshot(municipalityId, async (read) => {
    const before = await read.device(deviceId);
    if (before !== undefined && before.clerkId !== clerkId)
      throw new CannotStart(`The journal ${deviceId} belongs to another clerk than ${clerkId}.`);
    const found: DeskOperation[] = [];
    for (const operation of operations)
      if ((await read.logByOpId(operation.opId)) === undefined) found.push(operation);
    return found;
  });
  const missing = unknown
    .filter(({ opId }) => !again.has(opId))
    .map((operation, index) => ({ ...operation, deviceId: imported, n: index + 1 }));
  const left = { known: operations.length - unknown.length, superseded: unknown.length - missing.length };
  let [accepted, refused] = [0, 0];
  for (let at = 0; at < missing.length; at += maximumOperationsPerRequest) {
    const batch = missing.slice(at, at + maximumOperationsPerRequest);
    const answer = await handOver(context, municipalityId, clerk, {
      deviceId: imported,
      epoch: null,
      firstOpen: batch[0]?.n ?? 1,
      operations: batch,
    });
    if (answer.result !== 'decided')
      throw new Error(`a hand-over without an epoch answered ${answer.result}`);
    for (const { result } of answer.decisions.receipts)
      if (result.decided === 'accepted') accepted += 1;
      else refused += 1;
    const stopped = stopOf(answer);
    if (stopped !== undefined) return { accepted, refused, ...left, stopped };
  }
  return { accepted, refused, ...left, stopped: undefined };
}

function stopOf(
  answer: Extract<Awaited<ReturnType<typeof handOver>>, { result: 'decided' }>,
): string | undefined {
  if (answer.notNow) return `the server can't take one of them now (${answer.notNow.cause})`;
  return undefined;
}
