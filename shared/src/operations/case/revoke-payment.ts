import { feeReason } from '../../domain/fees/fee.ts';
import { caseId, paymentId } from '../../domain/ids.ts';
import { can } from '../../domain/permissions.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, refused } from '../outcome.ts';
import { loadFee, sumsOf } from './fee-rules.ts';
import { caseRefs, happened, loadCase, putWithEvent } from './load-case.ts';

/**
 * A payment was recorded by mistake, or went back (Rücklastschrift). It stays in the list, struck out with the reason; its
 * bank entry isn't booked a second time.
 */
export const revokePayment = defineOperation({
  kind: 'revokePayment',
  v: 1,
  payload: z.strictObject({ caseId, paymentId, reason: feeReason }),
  reads: (payload) => caseRefs(payload.caseId),
  apply: (payload, docs, context) => {
    const { actor } = context;
    const loaded = loadCase(docs, payload.caseId);
    if ('stop' in loaded) return loaded.stop;
    const { caseRecord, dossier } = loaded;
    if (actor.kind !== 'clerk' || !can(actor, { action: 'bookPayment', on: caseRecord }))
      return refused('notAllowed');
    const account = loadFee(dossier);
    if ('stop' in account) return account.stop;
    const payment = account.payments.find(({ id }) => id === payload.paymentId);
    if (payment === undefined) return refused('noSuchPayment');
    if (payment.revoked) {
      const { byId, at } = payment.revoked;
      return refused({ code: 'paymentRevoked', byId, at });
    }
    const reason = payload.reason.trim();
    if (reason === '') return refused('reasonRequired');
    const { id, amountCents } = payment;
    const event = {
      kind: 'paymentRevoked' as const,
      ...happened(context, caseRecord),
      byId: actor.clerkId,
      paymentId: id,
      amountCents,
      reason,
    };
    const sums = sumsOf(account);
    const fee = { ...sums, paidCents: sums.paidCents - amountCents };
    return accepted(putWithEvent(loaded, event, { fee }));
  },
});
