import type { DepartmentId } from '@amtsstube/shared/domain/ids';
import { catalogueServices } from '@amtsstube/shared/services/catalogue';
import {
  type OfficeRole,
  officeRoles,
  type ServiceTemplate,
  takenOver,
} from '@amtsstube/shared/services/service-template';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { de } from '../../texts/de.ts';
import { ActionNotice } from '../../ui/action-notice.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { compareGerman } from '../../ui/german-text.ts';
import type { Action } from '../../ui/use-action.ts';
import { useDepartments, useServices } from './admin-lists.ts';
import { DepartmentSelect } from './department-select.tsx';

interface AddServicesDialogProps {
  readonly action: Action;
  readonly onClose: () => void;
}

/** Takes services over from what is shipped: chosen one by one, each part of the town hall with its department. */
export function AddServicesDialog({ action, onClose }: AddServicesDialogProps) {
  const text = de.admin.services.adding;
  const { active } = useDepartments();
  const there = new Set<string>(useServices().map(({ id }) => id));
  const missing = catalogueServices.filter(({ id }) => !there.has(id));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<Partial<Record<OfficeRole, DepartmentId>>>({});
  const [isAsked, setIsAsked] = useState(false);
  // where there is only one, nobody has to choose it
  const departmentOf = (office: OfficeRole) =>
    chosen[office] ?? (active.length === 1 ? active[0]?.id : undefined);
  const wanted = missing.filter(({ id }) => !left.has(id));
  const leave = (ids: readonly string[], isLeft: boolean) =>
    setLeft((before) => {
      const after = new Set(before);
      for (const id of ids) isLeft ? after.add(id) : after.delete(id);
      return after;
    });

  async function save() {
    setIsAsked(true);
    const ready = wanted.flatMap((template) => {
      const department = departmentOf(template.office);
      return department === undefined ? [] : [takenOver(template, department)];
    });
    if (ready.length < wanted.length || ready.length === 0) return;
    for (const payload of ready) if (!(await action.perform('addService', payload))) return;
    onClose();
  }

  return (
    <ConfirmDialog
      open
      title={text.title}
      confirm={text.confirm(wanted.length)}
      busy={action.state.state === 'saving'}
      onConfirm={() => void save()}
      onCancel={onClose}
    >
      <Typography>{active.length === 0 ? text.noDepartment : text.lead}</Typography>
      <Box sx={{ display: 'flex', gap: 1, mt: 1 }}>
        <Button size="small" onClick={() => setLeft(new Set())}>
          {text.all}
        </Button>
        <Button
          size="small"
          onClick={() =>
            leave(
              missing.map(({ id }) => id),
              true,
            )
          }
        >
          {text.none}
        </Button>
      </Box>
      {officeRoles.map((office) => {
        const templates = missing.filter((template) => template.office === office);
        const department = departmentOf(office);
        const isNeeded = templates.some(({ id }) => !left.has(id));
        return templates.length === 0 ? null : (
          <Office key={office} office={office} templates={templates} left={left} leave={leave}>
            <DepartmentSelect
              size="small"
              label={text.department(text.offices[office])}
              value={department ?? ''}
              isMissing={isAsked && isNeeded && department === undefined}
              onChange={(id) => setChosen((before) => ({ ...before, [office]: id }))}
            />
          </Office>
        );
      })}
      {action.state.state === 'failed' && <ActionNotice state={action.state} />}
    </ConfirmDialog>
  );
}

interface OfficeProps {
  readonly office: OfficeRole;
  readonly templates: readonly ServiceTemplate[];
  readonly left: ReadonlySet<string>;
  readonly leave: (ids: readonly string[], isLeft: boolean) => void;
  readonly children: React.ReactNode;
}

function Office({ office, templates, left, leave, children }: OfficeProps) {
  const titleId = useId();
  return (
    <Box component="section" aria-labelledby={titleId} sx={{ mt: 3 }}>
      <Typography id={titleId} variant="h3" sx={{ mb: 1 }}>
        {de.admin.services.adding.offices[office]}
      </Typography>
      <Box sx={{ maxWidth: '20rem', mb: 1 }}>{children}</Box>
      {templates
        .toSorted((a, b) => compareGerman(a.name, b.name))
        .map(({ id, name, description }) => (
          <FormControlLabel
            key={id}
            sx={{ display: 'flex', alignItems: 'flex-start', mr: 0 }}
            control={
              <Checkbox
                size="small"
                checked={!left.has(id)}
                onChange={(event) => leave([id], !event.target.checked)}
              />
            }
            label={
              <Box sx={{ pt: 0.75 }}>
                {name}
                <Typography variant="body2" color="textSecondary">
                  {description.fee.says}
                </Typography>
              </Box>
            }
          />
        ))}
    </Box>
  );
}
