import type { Case, Dossier } from '@amtsstube/shared/domain/case';
import { openCents } from '@amtsstube/shared/domain/fees/fee';
import { feeAccount, type Payment } from '@amtsstube/shared/domain/fees/fee-account';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../../texts/de.ts';
import { ActionNotice } from '../../../ui/action-notice.tsx';
import { whyImpossible } from '../../../ui/case-actions.ts';
import { useDesk } from '../../../ui/desk-context.tsx';
import { impossibleSentence } from '../../../ui/impossible-sentence.ts';
import { useNameOf, useSettings } from '../../../ui/names.ts';
import { Part } from '../../../ui/part.tsx';
import { useAction } from '../../../ui/use-action.ts';
import { useToday } from '../../../ui/use-today.ts';
import { type FeeDialog, FeeDialogs } from './fee-dialogs.tsx';
import { FeeFacts } from './fee-facts.tsx';
import { PaymentsList } from './payments-list.tsx';

/** What the case costs, what was paid of it, and the ways to change that. */
export function FeePart({ openCase, dossier }: { readonly openCase: Case; readonly dossier: Dossier }) {
  const { desk } = useDesk();
  const nameOf = useNameOf();
  const today = useToday();
  const action = useAction();
  const [dialog, setDialog] = useState<FeeDialog>();
  const municipality = useSettings().find((each) => each.kind === 'municipality');
  const hasAccount = municipality?.kind === 'municipality' && Boolean(municipality.bankIban);
  const account = feeAccount(dossier.events);
  const whyCharge = whyImpossible(desk.actor, 'charge', openCase);
  const isSaving = action.state.state === 'saving';
  const mayNotCharge = whyCharge !== undefined || isSaving;
  const mayNotBook = whyImpossible(desk.actor, 'bookPayment', openCase) !== undefined || isSaving;
  const { actions } = de.fees;
  const open = (opened: FeeDialog) => {
    action.reset();
    setDialog(opened);
  };
  const revoke = (payment: Payment) => open({ kind: 'revoke', payment });

  return (
    <Part title={de.fees.title}>
      {account ? (
        <>
          <FeeFacts account={account} fileReference={openCase.fileReference} today={today} />
          <PaymentsList payments={account.payments} isLocked={mayNotBook} onRevoke={revoke} />
        </>
      ) : (
        <Typography color="textSecondary">{de.fees.none}</Typography>
      )}
      <Box sx={{ display: 'flex', displayPrint: 'none', flexWrap: 'wrap', gap: 1, mt: 1 }}>
        {account && (
          <Button variant="outlined" disabled={mayNotBook} onClick={() => open({ kind: 'pay' })}>
            {actions.pay}
          </Button>
        )}
        {!account?.waiver && (
          <Button variant="outlined" disabled={mayNotCharge} onClick={() => open({ kind: 'set' })}>
            {account ? actions.change : actions.set}
          </Button>
        )}
        {account && !account.waiver && openCents(account) > 0 && (
          <Button variant="outlined" disabled={mayNotCharge} onClick={() => open({ kind: 'waive' })}>
            {actions.waive}
          </Button>
        )}
        {account?.waiver && (
          <Button variant="outlined" disabled={mayNotCharge} onClick={() => open({ kind: 'unwaive' })}>
            {actions.unwaive}
          </Button>
        )}
      </Box>
      {whyCharge && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
          {de.fees.setting.title}: {impossibleSentence(whyCharge, nameOf)}
        </Typography>
      )}
      {account && openCents(account) > 0 && !hasAccount && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
          {de.fees.noAccount}
        </Typography>
      )}
      <Box sx={{ mt: 1 }}>
        <ActionNotice state={action.state} />
      </Box>
      <FeeDialogs
        dialog={dialog}
        openCase={openCase}
        account={account}
        action={action}
        onClose={() => setDialog(undefined)}
      />
    </Part>
  );
}
