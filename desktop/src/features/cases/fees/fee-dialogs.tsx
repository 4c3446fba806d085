import type { Case } from '@amtsstube/shared/domain/case';
import { openCents } from '@amtsstube/shared/domain/fees/fee';
import type { FeeAccount, Payment } from '@amtsstube/shared/domain/fees/fee-account';
import { formatCents } from '@amtsstube/shared/domain/fees/money';
import { de } from '../../../texts/de.ts';
import { ReasonDialog } from '../../../ui/reason-dialog.tsx';
import type { Action } from '../../../ui/use-action.ts';
import { PaymentDialog } from './payment-dialog.tsx';
import { lineOf } from './payments-list.tsx';
import { SetFeeDialog } from './set-fee-dialog.tsx';

/** What the operations take (`feeReason`). */
const longestReason = 1000;

export type FeeDialog =
  | { readonly kind: 'set' | 'waive' | 'unwaive' | 'pay' }
  | { readonly kind: 'revoke'; readonly payment: Payment };

interface FeeDialogsProps {
  readonly dialog: FeeDialog | undefined;
  readonly openCase: Case;
  readonly account: FeeAccount | undefined;
  readonly action: Action;
  readonly onClose: () => void;
}

/** The dialog that is open of those about the fee. */
export function FeeDialogs({ dialog, openCase, account, action, onClose }: FeeDialogsProps) {
  const { id: caseId } = openCase;
  const common = { isSaving: action.state.state === 'saving', onClose };
  const { waiving, unwaiving, revoking } = de.fees;
  if (dialog?.kind === 'set') return <SetFeeDialog openCase={openCase} action={action} onClose={onClose} />;
  if (dialog === undefined || account === undefined) return null;
  switch (dialog.kind) {
    case 'pay':
      return <PaymentDialog caseId={caseId} fee={account} action={action} onClose={onClose} />;
    case 'waive':
      return (
        <ReasonDialog
          {...common}
          draftKey={`waive-fee/${caseId}`}
          text={waiving}
          lead={waiving.lead(formatCents(openCents(account)))}
          longest={longestReason}
          onSave={(reason) => action.perform('waiveFee', { caseId, reason })}
        />
      );
    case 'unwaive':
      return (
        <ReasonDialog
          {...common}
          draftKey={`revoke-waiver/${caseId}`}
          text={unwaiving}
          lead={unwaiving.lead}
          longest={longestReason}
          onSave={(reason) => action.perform('revokeWaiver', { caseId, reason })}
        />
      );
    case 'revoke': {
      const { payment } = dialog;
      return (
        <ReasonDialog
          {...common}
          draftKey={`revoke-payment/${caseId}/${payment.id}`}
          text={revoking}
          lead={`${lineOf(payment)}. ${revoking.lead}`}
          longest={longestReason}
          onSave={(reason) => action.perform('revokePayment', { caseId, paymentId: payment.id, reason })}
        />
      );
    }
  }
}
