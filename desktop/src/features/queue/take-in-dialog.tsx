import type { CounterId, ServiceId } from '@amtsstube/shared/domain/ids';
import type { Service } from '@amtsstube/shared/domain/settings';
import Alert from '@mui/material/Alert';
import Autocomplete from '@mui/material/Autocomplete';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useId, useState } from 'react';
import { de } from '../../texts/de.ts';
import { SubmitForm } from '../../ui/submit-form.tsx';
import type { QueueActs } from './use-queue-acts.ts';

interface TakeInDialogProps {
  readonly services: readonly Service[];
  readonly own: CounterId | undefined;
  readonly acts: QueueActs;
  readonly onClose: () => void;
}

/** Somebody without an appointment: what it is about, and she has a number. Without a line she waits for this counter alone. */
export function TakeInDialog({ services, own, acts, onClose }: TakeInDialogProps) {
  const titleId = useId();
  const [serviceId, setServiceId] = useState<ServiceId | null>(
    services.length === 1 ? (services[0]?.id ?? null) : null,
  );
  const [way, setWay] = useState<'walkIn' | 'phone'>('walkIn');
  const [remark, setRemark] = useState('');
  const [isUrgent, setIsUrgent] = useState(false);
  const [isMine, setIsMine] = useState(!acts.hasLine);
  const [isMissing, setIsMissing] = useState(false);
  const text = de.queue.taking;

  async function save(): Promise<void> {
    setIsMissing(serviceId === null);
    if (serviceId === null) return;
    const counterId = isMine ? (own ?? null) : null;
    if (await acts.takeIn({ serviceIds: [serviceId], counterId, way, isUrgent, remark: remark.trim() }))
      onClose();
  }

  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="sm">
      <SubmitForm onSubmit={save}>
        <DialogTitle id={titleId}>{text.title}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2, pt: '8px !important' }}>
          {services.length === 0 && <Alert severity="warning">{text.noServices}</Alert>}
          <Autocomplete
            autoHighlight
            openOnFocus
            options={services.map(({ id }) => id)}
            getOptionLabel={(id) => services.find((each) => each.id === id)?.name ?? ''}
            value={serviceId}
            onChange={(_event, id) => setServiceId(id)}
            renderInput={(params) => (
              <TextField
                {...params}
                autoFocus
                label={text.service}
                error={isMissing}
                helperText={isMissing ? text.serviceMissing : ''}
              />
            )}
          />
          <TextField
            label={text.remark}
            helperText={text.remarkHelp}
            value={remark}
            onChange={(event) => setRemark(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 500 } }}
          />
          <TextField
            select
            label={text.way}
            value={way}
            onChange={(event) => setWay(event.target.value as typeof way)}
          >
            {(['walkIn', 'phone'] as const).map((each) => (
              <MenuItem key={each} value={each}>
                {de.queue.ways[each]}
              </MenuItem>
            ))}
          </TextField>
          <FormControlLabel
            label={text.urgent}
            control={<Checkbox checked={isUrgent} onChange={(_event, isOn) => setIsUrgent(isOn)} />}
          />
          {own !== undefined && (
            <FormControlLabel
              label={text.mine}
              control={<Checkbox checked={isMine} onChange={(_event, isOn) => setIsMine(isOn)} />}
            />
          )}
          {acts.said?.severity === 'error' && <Alert severity="error">{acts.said.sentence}</Alert>}
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={onClose}>
            {text.cancel}
          </Button>
          <Button type="submit" variant="contained" disabled={acts.isBusy}>
            {text.save}
          </Button>
        </DialogActions>
      </SubmitForm>
    </Dialog>
  );
}
