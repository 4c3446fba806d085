import type { CorrectedAnswerRow } from '@amtsstube/shared/domain/describe-corrected';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type RefObject, useEffect } from 'react';
import { de } from '../../texts/de.ts';
import { AnswerInput } from '../../ui/answer-input.tsx';
import { SubmitForm } from '../../ui/submit-form.tsx';
import { firstInput } from './first-input.ts';
import type { useCorrection } from './use-correction.ts';

interface AnswerEditorProps {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly row: CorrectedAnswerRow;
  readonly name: string;
  readonly correction: ReturnType<typeof useCorrection>;
  readonly isLocked: boolean;
  readonly onSave: () => void;
  readonly onCancel: () => void;
}

/** Stands below the answer while it is being corrected. What is typed stays until it is saved or given up. */
export function AnswerEditor({ ref, row, name, correction, isLocked, onSave, onCancel }: AnswerEditorProps) {
  const text = de.cases.correction;
  const { failures } = correction;

  useEffect(() => {
    if (failures > 0) firstInput(ref.current, 'wrong')?.focus();
  }, [failures, ref]);

  return (
    <Box
      ref={ref}
      role="group"
      aria-label={text.begin(name)}
      sx={{ width: '100%', displayPrint: 'none', py: 1 }}
    >
      <SubmitForm onSubmit={onSave} sx={{ display: 'grid', gap: 1.5, whiteSpace: 'normal' }}>
        <AnswerInput
          field={row.field}
          path={row.path}
          inputs={correction.typed?.inputs ?? {}}
          onChange={correction.type}
          errors={correction.errors}
          isLocked={isLocked}
        />
        {correction.isOvertaken && !isLocked && <Alert severity="warning">{text.overtaken}</Alert>}
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <Button type="submit" variant="contained" size="small" disabled={isLocked}>
            {text.save}
          </Button>
          <Button size="small" disabled={isLocked} onClick={onCancel}>
            {de.app.cancel}
          </Button>
        </Box>
      </SubmitForm>
    </Box>
  );
}
