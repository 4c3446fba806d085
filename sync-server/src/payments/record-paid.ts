import { createHash } from 'node:crypto';
import type { Case } from '@amtsstube/shared/domain/case';
import { ref } from '@amtsstube/shared/domain/documents';
import { creditorReference } from '@amtsstube/shared/domain/fees/creditor-reference';
import { type CaseId, type MunicipalityId, opId, paymentId } from '@amtsstube/shared/domain/ids';
import { recordPayment } from '@amtsstube/shared/operations/case/record-payment';
import type { CoreContext } from '../core-context.ts';
import { executeServerOperation } from '../execute/execute.ts';
import type { PaymentProvider } from './payment-provider.ts';

/** `otherCase`: the payment is for another case than the one it is told of; `unknown`: there is no such payment or case. */
export type PaidAnswer = 'recorded' | 'notPaid' | 'otherCase' | 'unknown' | 'refused';

/**
 * Asks the provider what became of a payment, and records it where it was paid: once, however often and from wherever it is
 * asked, since the operation's id is the payment's. A crash before the commit is mended by the next notification.
 * @throws ProviderUnavailable
 */
export async function recordPaid(
  core: CoreContext,
  provider: PaymentProvider,
  municipality: MunicipalityId,
  caseId: CaseId,
  id: string,
): Promise<PaidAnswer> {
  const caseRecord = await core.store.snapshot(municipality, async (read) => {
    return (await read.document(ref('cases', caseId)))?.document as Case | null | undefined;
  });
  const paid = caseRecord ? await provider.stateOf(id) : undefined;
  if (!caseRecord || !paid) return 'unknown';
  if (paid.state !== 'paid') return 'notPaid';
  if (paid.reference !== creditorReference(caseRecord.fileReference)) return 'otherCase';
  const key = createHash('sha256').update(id).digest('hex').slice(0, 32);
  const operation = {
    opId: opId.parse(`epay.${key}`),
    deviceId: null,
    kind: recordPayment.kind,
    v: recordPayment.v,
    payload: {
      caseId,
      paymentId: paymentId.parse(`epay.${key}`),
      amountCents: paid.amountCents,
      way: 'ePayment' as const,
      on: paid.paidOn,
      word: '',
    },
    at: core.now(),
  };
  const { result } = await executeServerOperation(core, municipality, operation, { kind: 'system' });
  return result.decided === 'refused' ? 'refused' : 'recorded';
}
