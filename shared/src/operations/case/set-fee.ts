import { ref } from '../../domain/documents.ts';
import { caseId } from '../../domain/ids.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted } from '../outcome.ts';
import { charge, chargingClerk, newFee, whyNotChargeable } from './fee-rules.ts';
import { caseRefs, happened, loadCase, putWithEvent } from './load-case.ts';

/**
 * What a case costs, beside the decision: before it, or another amount afterwards, with the reason. Two clerks who set
 * different amounts don't undo each other's unseen.
 */
export const setFee = defineOperation({
  kind: 'setFee',
  v: 1,
  payload: z.strictObject({
    caseId,
    ...newFee.shape,
  }),
  reads: (payload) => [...caseRefs(payload.caseId), ref('settings', payload.serviceId)],
  apply: (payload, docs, context) => {
    const loaded = loadCase(docs, payload.caseId);
    if ('stop' in loaded) return loaded.stop;
    const { caseRecord } = loaded;
    const clerk = chargingClerk(context.actor, caseRecord);
    if ('stop' in clerk) return clerk.stop;
    const impossible = whyNotChargeable(docs, caseRecord, payload);
    if (impossible) return impossible;
    const { amountCents, dueOn } = payload;
    const event = {
      kind: 'feeSet' as const,
      ...happened(context, caseRecord),
      ...clerk,
      amountCents,
      dueOn,
      reason: payload.reason.trim(),
    };
    return accepted(putWithEvent(loaded, event, { fee: charge(caseRecord.fee, payload, event.at) }));
  },
});
