import { planVisit } from '@amtsstube/shared/domain/appointments/visit';
import type { Service } from '@amtsstube/shared/domain/settings';
import { describeOffer } from '@amtsstube/shared/operations/settings/change-service';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../../texts/de.ts';
import { ActionNotice } from '../../../ui/action-notice.tsx';
import { Part } from '../../../ui/part.tsx';
import { SubmitForm } from '../../../ui/submit-form.tsx';
import { useAction } from '../../../ui/use-action.ts';
import { useFormDraft } from '../../../ui/use-form-draft.ts';
import { useCounters } from '../admin-lists.ts';
import {
  type OfferField,
  type OfferNumber,
  offerBounds,
  offerDraft,
  offerNumbers,
  readOffer,
  type TypedOffer,
  typedOfferOf,
} from './offer-draft.ts';

/** Whether, how long and where a service has appointments. */
export function OfferPart({ service }: { readonly service: Service }) {
  const text = de.hours.offer;
  const { active: counters } = useCounters();
  const action = useAction();
  const [begun, setBegun] = useFormDraft(`admin/offer/${service.id}`, offerDraft);
  const [wrong, setWrong] = useState<readonly OfferField[]>([]);
  const [isTooLong, setIsTooLong] = useState(false);
  const [isUnchanged, setIsUnchanged] = useState(false);
  const from = begun?.from ?? service.appointment ?? null;
  const typed = begun?.typed ?? typedOfferOf(service.appointment);

  function change(changed: Partial<TypedOffer>): void {
    setIsUnchanged(false);
    setIsTooLong(false);
    setBegun({ from, typed: { ...typed, ...changed } });
  }

  async function save(): Promise<void> {
    const found = readOffer(typed);
    setWrong(found.ok ? [] : found.wrong);
    if (!found.ok) return;
    const to = found.offer;
    // nobody could ever book it: said before it is saved
    const plan =
      to && planVisit({ counters, services: [{ ...service, appointment: to }] }, [service.id], 'desk');
    const neverFits = plan !== null && !plan.possible && plan.why === 'tooLong';
    setIsTooLong(neverFits);
    if (neverFits) return;
    setIsUnchanged(said(to) === said(from));
    if (said(to) === said(from)) setBegun(undefined);
    else if (await action.perform('changeService', { serviceId: service.id, appointment: { from, to } }))
      setBegun(undefined);
  }

  return (
    <Part title={text.title}>
      <Typography sx={{ mb: 2 }}>{text.lead}</Typography>
      {counters.length === 0 && <Typography sx={{ mb: 2 }}>{text.noCounters}</Typography>}
      <SubmitForm onSubmit={save} sx={{ display: 'grid', gap: 2, maxWidth: '28rem' }}>
        <FormControlLabel
          label={text.isOffered}
          control={
            <Switch checked={typed.isOffered} onChange={(_event, isOffered) => change({ isOffered })} />
          }
        />
        {typed.isOffered && (
          <>
            {offerNumbers.map((field) => (
              <TextField
                key={field}
                size="small"
                label={text[field]}
                value={typed[field]}
                onChange={({ target }) => change({ [field]: target.value })}
                error={wrong.includes(field)}
                helperText={wrong.includes(field) && wrongWords(field)}
                slotProps={{ htmlInput: { inputMode: 'decimal', autoComplete: 'off', maxLength: 7 } }}
              />
            ))}
            <FormControlLabel
              label={text.isOnWeb}
              control={
                <Checkbox checked={typed.isOnWeb} onChange={(_event, isOnWeb) => change({ isOnWeb })} />
              }
            />
            <FormControl component="fieldset" error={wrong.includes('counterIds')}>
              <FormLabel component="legend">{text.counters}</FormLabel>
              {counters.map(({ id, name }) => (
                <FormControlLabel
                  key={id}
                  label={name}
                  control={
                    <Checkbox
                      checked={typed.counterIds.includes(id)}
                      onChange={(_event, isChosen) =>
                        change({
                          counterIds: [
                            ...typed.counterIds.filter((each) => each !== id),
                            ...(isChosen ? [id] : []),
                          ],
                        })
                      }
                    />
                  }
                />
              ))}
              {wrong.includes('counterIds') && <FormHelperText>{text.countersMissing}</FormHelperText>}
            </FormControl>
          </>
        )}
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <Button type="submit" variant="contained" disabled={action.state.state === 'saving'}>
            {text.save}
          </Button>
          {begun && <Button onClick={() => setBegun(undefined)}>{de.hours.weekly.discard}</Button>}
        </Box>
        <Box role="status">
          {isTooLong && <Typography color="error">{text.tooLong}</Typography>}
          {isUnchanged && text.unchanged}
        </Box>
        <ActionNotice state={action.state} />
      </SubmitForm>
    </Part>
  );
}

function wrongWords(field: OfferNumber): string {
  const text = de.hours.offer;
  const say = field === 'durationMinutes' || field === 'bufferMinutes' ? text.wrongFives : text.wrong;
  return say(...offerBounds[field]);
}

function said(offer: Parameters<typeof describeOffer>[0] | null): string {
  return offer === null ? '' : describeOffer(offer);
}
