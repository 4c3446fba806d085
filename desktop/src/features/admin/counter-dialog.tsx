import type { Counter } from '@amtsstube/shared/domain/counter';
import { counterId, type DepartmentId } from '@amtsstube/shared/domain/ids';
import { z } from '@amtsstube/shared/domain/zod';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { de } from '../../texts/de.ts';
import type { Action } from '../../ui/use-action.ts';
import { useFormDraft } from '../../ui/use-form-draft.ts';
import { useDepartments } from './admin-lists.ts';
import { DepartmentSelect } from './department-select.tsx';
import { NameDialog } from './name-dialog.tsx';

/** What stood there when this person began, and what she typed. */
const wayDraft = z.object({ from: z.string(), to: z.string() });

interface CounterDialogProps {
  readonly counter: Counter | undefined;
  readonly action: Action;
  readonly onClose: () => void;
}

/** A counter, new or changed: its name and its department. */
export function CounterDialog({ counter, action, onClose }: CounterDialogProps) {
  const [before] = useState(counter);
  const { active } = useDepartments();
  // where there is only one, nobody has to choose it
  const only = active.length === 1 ? active[0]?.id : undefined;
  const [chosen, setChosen] = useState<DepartmentId | '' | undefined>(before?.departmentId);
  const [begun, setBegun] = useFormDraft(`admin/counter/${before?.id ?? 'new'}/way`, wayDraft);
  const way = begun ?? { from: before?.directions ?? '', to: before?.directions ?? '' };
  const [isMissing, setIsMissing] = useState(false);
  const departmentId = chosen ?? only ?? '';
  const text = de.admin.counters;

  async function save(name: { readonly from: string; readonly to: string }): Promise<boolean> {
    setIsMissing(departmentId === '');
    if (departmentId === '') return false;
    const directions = way.to.trim();
    if (before === undefined) {
      const id = counterId.parse(crypto.randomUUID());
      return action.perform('putCounter', {
        action: 'add',
        counterId: id,
        name: name.to,
        departmentId,
        ...(directions === '' ? {} : { directions }),
      });
    }
    return action.perform('putCounter', {
      action: 'change',
      counterId: before.id,
      ...(name.from === name.to ? {} : { name }),
      ...(departmentId === before.departmentId
        ? {}
        : { departmentId: { from: before.departmentId, to: departmentId } }),
      ...(directions === way.from ? {} : { directions: { from: way.from, to: directions } }),
    });
  }

  function close() {
    setBegun(undefined);
    onClose();
  }

  return (
    <NameDialog
      title={before ? text.changeTitle : text.add}
      name={before?.name ?? ''}
      draftOf={`counter/${before?.id ?? 'new'}`}
      action={action}
      onSave={save}
      onClose={close}
    >
      <DepartmentSelect value={departmentId} isMissing={isMissing} onChange={setChosen} />
      <TextField
        fullWidth
        multiline
        margin="dense"
        label={text.directions}
        helperText={text.directionsHint}
        value={way.to}
        onChange={(event) => setBegun({ from: way.from, to: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 300 } }}
      />
    </NameDialog>
  );
}
