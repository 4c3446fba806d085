import { feeReason, paymentWay } from '../../domain/fees/fee.ts';
import { cents } from '../../domain/fees/money.ts';
import { caseId, paymentId } from '../../domain/ids.ts';
import { can } from '../../domain/permissions.ts';
import { localDate } from '../../domain/time.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, refused } from '../outcome.ts';
import { loadFee, sumsOf } from './fee-rules.ts';
import { caseRefs, happened, loadCase, putWithEvent } from './load-case.ts';

/**
 * Money came: from a bank statement, at the counter, or from the ePayment provider. Part of it, too much, or after the fee
 * was waived: it is recorded, because it is there. The same entry of a statement has the same id on every desk, so that two
 * clerks who read it in offline record it once.
 */
export const recordPayment = defineOperation({
  kind: 'recordPayment',
  v: 1,
  payload: z.strictObject({
    caseId,
    paymentId,
    amountCents: cents.min(1),
    way: paymentWay,
    /** Value date, or the day it was paid at the counter. */
    on: localDate,
    /** Receipt number, name of who paid. */
    word: feeReason,
  }),
  reads: (payload) => caseRefs(payload.caseId),
  apply: (payload, docs, context) => {
    const { actor } = context;
    const loaded = loadCase(docs, payload.caseId);
    if ('stop' in loaded) return loaded.stop;
    const { caseRecord, dossier } = loaded;
    const isSystem = actor.kind === 'system';
    if (!isSystem && !can(actor, { action: 'bookPayment', on: caseRecord })) return refused('notAllowed');
    const account = loadFee(dossier);
    if ('stop' in account) return account.stop;
    const { amountCents, way, on } = payload;
    const known = account.payments.find(({ id }) => id === payload.paymentId);
    if (known) return refused({ code: 'alreadyRecorded', at: known.at });
    const event = {
      kind: 'paymentRecorded' as const,
      ...happened(context, caseRecord),
      ...(actor.kind === 'clerk' && { byId: actor.clerkId }),
      paymentId: payload.paymentId,
      amountCents,
      way,
      on,
      word: payload.word.trim(),
    };
    const sums = sumsOf(account);
    const fee = { ...sums, paidCents: sums.paidCents + amountCents };
    return accepted(putWithEvent(loaded, event, { fee }));
  },
});
