import type { MunicipalityId, OpId } from '@amtsstube/shared/domain/ids';
import type { CoreContext } from '../core-context.ts';
import { executeServerOperation } from '../execute/execute.ts';
import type { LogRow } from '../store/store.ts';

/** One act of a citizen, however often it is sent: how the first was decided (S2). */
export async function decideOnce(
  core: CoreContext,
  municipality: MunicipalityId,
  {
    opId,
    definition,
    payload,
  }: {
    readonly opId: OpId;
    readonly definition: { readonly kind: string; readonly v: number };
    readonly payload: unknown;
  },
): Promise<LogRow['result']> {
  const { kind, v } = definition;
  const { result } = await executeServerOperation(
    core,
    municipality,
    { opId, deviceId: null, kind, v, payload, at: core.now() },
    { kind: 'citizen' },
  );
  if (result.decided !== 'alreadyReceived') return result;
  // a moment later, or with other words: what counts is what was decided then
  const first = await core.store.snapshot(municipality, (read) => read.logByOpId(opId));
  if (!first) throw new Error(`received, but not in the log: ${kind}`);
  return first.result;
}
