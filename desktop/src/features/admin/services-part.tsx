import type { Service } from '@amtsstube/shared/domain/settings';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { lazy, Suspense, useState } from 'react';
import { de } from '../../texts/de.ts';
import { ActionNotice } from '../../ui/action-notice.tsx';
import { ListRow, RowList } from '../../ui/list-row.tsx';
import { Part } from '../../ui/part.tsx';
import { hrefOf } from '../../ui/place.ts';
import { useAction } from '../../ui/use-action.ts';
import { useServices } from './admin-lists.ts';
import { ServiceSwitches } from './service/service-switches.tsx';

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
      <RowList>
        {services.map((service) => (
          <ListRow key={service.id} name={service.name} facts={factsOf(service)}>
            <ServiceSwitches service={service} action={action} />
            <Button
              size="small"
              href={hrefOf({ screen: 'service', serviceId: service.id, view: 'texts' })}
              aria-label={de.formEditor.editOne(service.name)}
            >
              {de.formEditor.edit}
            </Button>
          </ListRow>
        ))}
      </RowList>
    </Part>
  );
}

function factsOf({ serviceKey, formVersionId }: Service): string {
  const text = de.admin.services;
  return [serviceKey === null ? '' : text.key(serviceKey), formVersionId === null ? text.noForm : '']
    .filter((fact) => fact !== '')
    .join(' · ');
}
