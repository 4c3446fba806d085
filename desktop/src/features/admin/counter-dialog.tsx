import type { Counter } from '@amtsstube/shared/domain/counter';
import { counterId, type DepartmentId } from '@amtsstube/shared/domain/ids';
import { useState } from 'react';
import { de } from '../../texts/de.ts';
import type { Action } from '../../ui/use-action.ts';
import { useDepartments } from './admin-lists.ts';
import { DepartmentSelect } from './department-select.tsx';
import { NameDialog } from './name-dialog.tsx';

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
  const [isMissing, setIsMissing] = useState(false);
  const departmentId = chosen ?? only ?? '';
  const text = de.admin.counters;

  async function save(name: { readonly from: string; readonly to: string }): Promise<boolean> {
    setIsMissing(departmentId === '');
    if (departmentId === '') return false;
    if (before === undefined) {
      const id = counterId.parse(crypto.randomUUID());
      return action.perform('putCounter', { action: 'add', counterId: id, name: name.to, departmentId });
    }
    return action.perform('putCounter', {
      action: 'change',
      counterId: before.id,
      ...(name.from === name.to ? {} : { name }),
      ...(departmentId === before.departmentId
        ? {}
        : { departmentId: { from: before.departmentId, to: departmentId } }),
    });
  }

  return (
    <NameDialog
      title={before ? text.changeTitle : text.add}
      name={before?.name ?? ''}
      draftOf={`counter/${before?.id ?? 'new'}`}
      action={action}
      onSave={save}
      onClose={onClose}
    >
      <DepartmentSelect value={departmentId} isMissing={isMissing} onChange={setChosen} />
    </NameDialog>
  );
}
