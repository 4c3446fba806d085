import type { Service } from '@amtsstube/shared/domain/settings';
import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import { de } from '../../../texts/de.ts';
import type { Action } from '../../../ui/use-action.ts';
import { DepartmentSelect } from '../department-select.tsx';

/** Which department gets the applications, whether it is offered, whether a decision takes two. Each choice counts at once. */
export function ServiceSwitches({ service, action }: { readonly service: Service; readonly action: Action }) {
  const text = de.admin.services;
  return (
    <>
      <Box sx={{ width: '16rem', maxWidth: '100%' }}>
        <DepartmentSelect
          size="small"
          label={text.department(service.name)}
          value={service.departmentId}
          onChange={(to) =>
            void action.perform('switchService', {
              serviceId: service.id,
              departmentId: { from: service.departmentId, to },
            })
          }
        />
      </Box>
      <FormControlLabel
        sx={{ mr: 0 }}
        label={text.online}
        control={
          <Switch
            checked={service.formVersionId !== null && service.isSwitchedOff !== true}
            disabled={service.formVersionId === null}
            slotProps={{ input: { 'aria-label': text.onlineOne(service.name) } }}
            onChange={(event) =>
              void action.perform('switchService', {
                serviceId: service.id,
                isOffered: event.target.checked,
              })
            }
          />
        }
      />
      <FormControlLabel
        sx={{ mr: 0 }}
        label={text.secondApproval}
        control={
          <Switch
            checked={service.needsSecondApproval === true}
            slotProps={{ input: { 'aria-label': text.secondApprovalOne(service.name) } }}
            onChange={(event) =>
              void action.perform('switchService', {
                serviceId: service.id,
                needsSecondApproval: event.target.checked,
              })
            }
          />
        }
      />
    </>
  );
}
