import { formatCents } from '@amtsstube/shared/domain/fees/money';
import { can } from '@amtsstube/shared/domain/permissions';
import type { Service, Settings } from '@amtsstube/shared/domain/settings';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId } from 'react';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { useSettingName, useSettings } from '../../ui/names.ts';
import { Facts } from '../../ui/part.tsx';
import { hrefOf } from '../../ui/place.ts';
import { broughtTo } from './brought-to.ts';

interface ServiceDialogProps {
  readonly serviceId: string;
  readonly counterName: (id: string) => string;
  readonly onClose: () => void;
}

/** What a clerk is asked about a service while somebody is on the telephone: only to be read. */
export function ServiceDialog({ serviceId, counterName, onClose }: ServiceDialogProps) {
  const titleId = useId();
  const { actor } = useDesk().desk;
  const settings = useSettings();
  const settingName = useSettingName();
  const service = settings.find((each): each is Service => each.kind === 'service' && each.id === serviceId);
  const text = de.calendar.service;
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="sm">
      <DialogTitle id={titleId}>{settingName(serviceId)}</DialogTitle>
      {/* nothing in it to be pressed: by keys it is scrolled itself */}
      <DialogContent role="group" aria-labelledby={titleId} tabIndex={0}>
        {service ? (
          <>
            <Typography sx={{ mb: 2 }}>{service.summary}</Typography>
            <Facts rows={factsOf(service, settings, counterName)} />
          </>
        ) : (
          <Typography>{de.formEditor.unknownService}</Typography>
        )}
      </DialogContent>
      <DialogActions>
        {can(actor, { action: 'configure' }) && service && (
          <Button href={hrefOf({ screen: 'service', serviceId, view: 'texts' })}>{text.edit}</Button>
        )}
        <Button onClick={onClose} autoFocus>
          {de.app.close}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function factsOf(
  service: Service,
  settings: readonly Settings[],
  counterName: (id: string) => string,
): readonly { readonly label: string; readonly value: ReactNode }[] {
  const { description, appointment, departmentId } = service;
  const text = de.calendar.service;
  const brought = broughtTo(service, settings);
  const department = settings.find((each) => each.kind === 'department' && each.id === departmentId);
  return [
    { label: text.bring, value: brought.length === 0 ? text.bringNothing : <Bullets texts={brought} /> },
    ...(description ? [{ label: text.fee, value: feeWords(description.fee) }] : []),
    ...(appointment
      ? [
          {
            label: text.duration,
            value: text.minutes(appointment.durationMinutes, appointment.bufferMinutes),
          },
          { label: text.counters, value: appointment.counterIds.map(counterName).join(', ') },
          { label: text.web, value: appointment.isOnWeb ? text.onWeb : text.notOnWeb },
        ]
      : []),
    ...(description ? [{ label: text.decision, value: description.duration }] : []),
    ...(description?.responsibleBody.kind === 'district'
      ? [
          {
            label: text.responsible,
            value: `${description.responsibleBody.name}: ${description.responsibleBody.contact}`,
          },
        ]
      : []),
    ...(department && 'name' in department ? [{ label: text.department, value: department.name }] : []),
    ...(description?.legalBasis
      ? [{ label: de.serviceFields.legalBasis, value: description.legalBasis }]
      : []),
  ];
}

function feeWords({
  says,
  fromCents,
  toCents,
  isExample,
}: NonNullable<Service['description']>['fee']): string {
  const text = de.calendar.service;
  const sums =
    fromCents === toCents
      ? formatCents(fromCents)
      : text.fromTo(formatCents(fromCents), formatCents(toCents));
  return [toCents === 0 ? says : `${says} (${sums})`, isExample ? text.feeExample : '']
    .filter(Boolean)
    .join('\n');
}

function Bullets({ texts }: { readonly texts: readonly string[] }) {
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.25 }}>
      {texts.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </Box>
  );
}
