import type { Case } from '@amtsstube/shared/domain/case';
import { z } from '@amtsstube/shared/domain/zod';
import { useState } from 'react';
import { de } from '../../../texts/de.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import type { Action } from '../../../ui/use-action.ts';
import { useFormDraft } from '../../../ui/use-form-draft.ts';
import { useToday } from '../../../ui/use-today.ts';
import { FeeFields } from './fee-fields.tsx';
import { initialFee, readFee } from './fee-form.ts';
import { useUsualFee } from './use-usual-fee.ts';

export const typedFee = z.object({ amount: z.string(), due: z.string(), reason: z.string() });

interface SetFeeDialogProps {
  readonly openCase: Case;
  readonly action: Action;
  readonly onClose: () => void;
}

/** Sets a fee, or another amount than there was. */
export function SetFeeDialog({ openCase, action, onClose }: SetFeeDialogProps) {
  const today = useToday();
  const usual = useUsualFee(openCase.serviceId);
  const [kept, setTyped] = useFormDraft(`fee/${openCase.id}`, typedFee);
  const [isTried, setIsTried] = useState(false);
  const typed = kept ?? initialFee(openCase, usual, today);
  const read = readFee(typed, openCase, usual, today);
  const text = de.fees.setting;

  async function save() {
    setIsTried(true);
    if ('problems' in read) return;
    if (!(await action.perform('setFee', { caseId: openCase.id, ...read.fee }))) return;
    setTyped(undefined);
    onClose();
  }

  return (
    <ConfirmDialog
      open
      title={openCase.fee ? text.changeTitle : text.title}
      confirm={text.save}
      busy={action.state.state === 'saving'}
      action={action}
      onConfirm={() => void save()}
      onCancel={onClose}
    >
      <FeeFields
        openCase={openCase}
        usual={usual}
        typed={typed}
        onChange={setTyped}
        problems={isTried && 'problems' in read ? read.problems : {}}
        isLocked={action.state.state === 'saving'}
        autoFocus
      />
    </ConfirmDialog>
  );
}
