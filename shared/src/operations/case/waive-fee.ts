import { feeReason, openCents } from '../../domain/fees/fee.ts';
import { caseId } from '../../domain/ids.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, refused } from '../outcome.ts';
import { chargingClerk, loadFee, sumsOf } from './fee-rules.ts';
import { caseRefs, happened, loadCase, putWithEvent } from './load-case.ts';

const payload = z.strictObject({ caseId, reason: feeReason });

/** What is still open is waived (Erlass, Niederschlagung), with the reason; what was paid by then stays paid. */
export const waiveFee = defineOperation({
  kind: 'waiveFee',
  v: 1,
  payload,
  reads: ({ caseId: id }) => caseRefs(id),
  apply: (given, docs, context) => {
    const loaded = loadCase(docs, given.caseId);
    if ('stop' in loaded) return loaded.stop;
    const { caseRecord, dossier } = loaded;
    const clerk = chargingClerk(context.actor, caseRecord);
    if ('stop' in clerk) return clerk.stop;
    const account = loadFee(dossier);
    if ('stop' in account) return account.stop;
    if (account.waiver) return refused('feeWaived');
    const amountCents = openCents(account);
    if (amountCents === 0) return refused('feePaid');
    const reason = given.reason.trim();
    if (reason === '') return refused('reasonRequired');
    const event = {
      kind: 'feeWaived' as const,
      ...happened(context, caseRecord),
      ...clerk,
      amountCents,
      reason,
    };
    return accepted(putWithEvent(loaded, event, { fee: { ...sumsOf(account), waivedCents: amountCents } }));
  },
});

/** What was waived is owed again. */
export const revokeWaiver = defineOperation({
  kind: 'revokeWaiver',
  v: 1,
  payload,
  reads: ({ caseId: id }) => caseRefs(id),
  apply: (given, docs, context) => {
    const loaded = loadCase(docs, given.caseId);
    if ('stop' in loaded) return loaded.stop;
    const { caseRecord, dossier } = loaded;
    const clerk = chargingClerk(context.actor, caseRecord);
    if ('stop' in clerk) return clerk.stop;
    const account = loadFee(dossier);
    if ('stop' in account) return account.stop;
    if (account.waiver === undefined) return refused('notWaived');
    const reason = given.reason.trim();
    if (reason === '') return refused('reasonRequired');
    const event = { kind: 'waiverRevoked' as const, ...happened(context, caseRecord), ...clerk, reason };
    return accepted(putWithEvent(loaded, event, { fee: { ...sumsOf(account), waivedCents: 0 } }));
  },
});
