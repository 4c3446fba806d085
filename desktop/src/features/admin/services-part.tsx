import type { Service } from '@amtsstube/shared/domain/settings';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import { lazy, Suspense, useState } from 'react';
import { de } from '../../texts/de.ts';
import { ActionNotice } from '../../ui/action-notice.tsx';
import { Part } from '../../ui/part.tsx';
import { useAction } from '../../ui/use-action.ts';
import { useServices } from './admin-lists.ts';
import { AdminList, AdminRow } from './admin-row.tsx';
import { DepartmentSelect } from './department-select.tsx';

/** With the catalogue's forms: large, and needed once. */
const AddServicesDialog = lazy(async () => ({
  default: (await import('./add-services-dialog.tsx')).AddServicesDialog,
}));

/** Which services citizens can apply for online, and which department gets the applications. Each choice counts at once. */
export function ServicesPart() {
  const services = useServices();
  const action = useAction();
  const adding = useAction();
  const [isAdding, setIsAdding] = useState(false);
  const text = de.admin.services;
  return (
    <Part title={text.title}>
      <Typography sx={{ mb: 1, maxWidth: '40rem' }}>{text.lead}</Typography>
      <Box sx={{ mb: 1 }}>
        <ActionNotice state={action.state} />
      </Box>
      <Button
        variant={services.length === 0 ? 'contained' : 'outlined'}
        sx={{ mb: 2 }}
        onClick={() => {
          adding.reset();
          setIsAdding(true);
        }}
      >
        {text.add}
      </Button>
      <Suspense>
        {isAdding && <AddServicesDialog action={adding} onClose={() => setIsAdding(false)} />}
      </Suspense>
      {services.length === 0 && <Typography>{text.none}</Typography>}
      <AdminList>
        {services.map((service) => (
          <AdminRow key={service.id} name={service.name} facts={factsOf(service)}>
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
          </AdminRow>
        ))}
      </AdminList>
    </Part>
  );
}

function factsOf({ serviceKey, formVersionId }: Service): string {
  const text = de.admin.services;
  return [serviceKey === null ? '' : text.key(serviceKey), formVersionId === null ? text.noForm : '']
    .filter((fact) => fact !== '')
    .join(' · ');
}
