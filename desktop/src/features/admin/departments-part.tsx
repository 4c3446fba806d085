import { departmentId } from '@amtsstube/shared/domain/ids';
import type { Department } from '@amtsstube/shared/domain/settings';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../texts/de.ts';
import { ActionNotice } from '../../ui/action-notice.tsx';
import { ListRow, RowList } from '../../ui/list-row.tsx';
import { Part } from '../../ui/part.tsx';
import { useAction } from '../../ui/use-action.ts';
import { useClerksInUse, useCounters, useDepartments, useServices } from './admin-lists.ts';
import { NameDialog } from './name-dialog.tsx';

type Asking = { readonly what: 'new' } | { readonly what: 'rename'; readonly department: Department };

/** The departments, and what hangs on each: one closes only when nothing does any more. Works without a line. */
export function DepartmentsPart() {
  const { active, former } = useDepartments();
  const counted = useCounted();
  const [asking, setAsking] = useState<Asking>();
  const action = useAction();
  // a dialog doesn't begin with what went wrong in another
  const ask = (what: Asking) => {
    action.reset();
    setAsking(what);
  };
  const text = de.admin.departments;
  const close = () => setAsking(undefined);
  const put = (what: 'close' | 'reopen', { id }: Department) =>
    void action.perform('putDepartment', { action: what, departmentId: id });

  return (
    <Part title={text.title}>
      <Button variant="contained" onClick={() => ask({ what: 'new' })} sx={{ mb: 1 }}>
        {text.add}
      </Button>
      <Box sx={{ mb: 1 }}>
        <ActionNotice state={action.state} />
      </Box>
      {active.length === 0 && <Typography>{text.none}</Typography>}
      <RowList>
        {active.map((department) => (
          <ListRow key={department.id} name={department.name} facts={counted(department)}>
            <Button
              onClick={() => ask({ what: 'rename', department })}
              aria-label={text.renameOne(department.name)}
            >
              {text.rename}
            </Button>
            <Button onClick={() => put('close', department)} aria-label={text.closeOne(department.name)}>
              {text.close}
            </Button>
          </ListRow>
        ))}
      </RowList>
      {former.length > 0 && (
        <>
          <Typography component="h3" variant="h3">
            {text.former}
          </Typography>
          <RowList>
            {former.map((department) => (
              <ListRow key={department.id} name={department.name}>
                <Button
                  onClick={() => put('reopen', department)}
                  aria-label={text.reopenOne(department.name)}
                >
                  {text.reopen}
                </Button>
              </ListRow>
            ))}
          </RowList>
        </>
      )}
      {asking?.what === 'new' && (
        <NameDialog
          title={text.add}
          name=""
          draftOf="department/new"
          action={action}
          onSave={({ to: name }) =>
            action.perform('putDepartment', {
              action: 'add',
              departmentId: departmentId.parse(crypto.randomUUID()),
              name,
            })
          }
          onClose={close}
        />
      )}
      {asking?.what === 'rename' && (
        <NameDialog
          title={text.renameTitle}
          name={asking.department.name}
          draftOf={`department/${asking.department.id}`}
          action={action}
          onSave={(name) =>
            action.perform('putDepartment', {
              action: 'rename',
              departmentId: asking.department.id,
              name,
            })
          }
          onClose={close}
        />
      )}
    </Part>
  );
}

/** What of a department this desk knows: people, services, counters. Cases it may not see. */
function useCounted(): (department: Department) => string {
  const clerks = useClerksInUse().active;
  const services = useServices();
  const counters = useCounters().active;
  return ({ id }) => {
    const parts = de.refusal.departmentParts;
    const found = {
      clerks: clerks.filter(({ departmentIds }) => departmentIds.includes(id)).length,
      services: services.filter(({ departmentId: of }) => of === id).length,
      counters: counters.filter(({ departmentId: of }) => of === id).length,
    };
    return (['clerks', 'services', 'counters'] as const)
      .filter((part) => found[part] > 0)
      .map((part) => parts[part](found[part]))
      .join(', ');
  };
}
