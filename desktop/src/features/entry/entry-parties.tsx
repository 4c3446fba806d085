import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { de } from '../../texts/de.ts';
import type { Entry } from './use-entry.ts';

/** Who applies together with the applicant, and who acts for them. */
export function EntryParties({ entry, isLocked }: { readonly entry: Entry; readonly isLocked: boolean }) {
  const { draft, change, failures } = entry;
  const { joint, proxy } = draft;
  const text = de.entry.parties;
  const isMissing = (name: string) => failures > 0 && name.trim() === '';
  return (
    <Box component="section" aria-label={text.title} sx={{ display: 'grid', gap: 2 }}>
      <Typography variant="h2">{text.title}</Typography>
      {joint.map((party, index) => {
        const changed = (part: Partial<typeof party>) =>
          change({ joint: joint.map((each, at) => (at === index ? { ...each, ...part } : each)) });
        const title = text.joint(index + 1);
        return (
          <Party
            // people have no ids here: they are known by their place
            key={title}
            title={title}
            isLocked={isLocked}
            isMissing={isMissing(party.name)}
            party={party}
            onChange={changed}
            onRemove={() => change({ joint: joint.filter((_, at) => at !== index) })}
          />
        );
      })}
      {proxy && (
        <Party
          title={text.proxy}
          isLocked={isLocked}
          isMissing={isMissing(proxy.name)}
          party={proxy}
          onChange={(part) => change({ proxy: { ...proxy, ...part } })}
          onRemove={() => change({ proxy: undefined })}
        >
          <FormControlLabel
            label={text.hasPowerOfAttorney}
            control={
              <Checkbox
                checked={proxy.hasPowerOfAttorney}
                disabled={isLocked}
                onChange={(_event, hasPowerOfAttorney) => change({ proxy: { ...proxy, hasPowerOfAttorney } })}
              />
            }
          />
        </Party>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {joint.length < 20 && (
          <Button
            variant="outlined"
            disabled={isLocked}
            onClick={() => change({ joint: [...joint, { name: '', address: '' }] })}
          >
            {text.addJoint}
          </Button>
        )}
        {proxy === undefined && (
          <Button
            variant="outlined"
            disabled={isLocked}
            onClick={() => change({ proxy: { name: '', address: '', hasPowerOfAttorney: false } })}
          >
            {text.addProxy}
          </Button>
        )}
      </Box>
    </Box>
  );
}

interface PartyProps {
  readonly title: string;
  readonly party: { readonly name: string; readonly address: string };
  readonly onChange: (part: { name?: string; address?: string }) => void;
  readonly onRemove: () => void;
  readonly isMissing: boolean;
  readonly isLocked: boolean;
  readonly children?: ReactNode;
}

function Party({ title, party, onChange, onRemove, isMissing, isLocked, children }: PartyProps) {
  const text = de.entry.parties;
  return (
    <Box role="group" aria-label={title} sx={{ pl: 1.5, borderLeft: 3, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', mb: 1.5 }}>
        <Typography variant="subtitle2" component="h3">
          {title}
        </Typography>
        <Button size="small" disabled={isLocked} onClick={onRemove}>
          {text.remove(title)}
        </Button>
      </Box>
      <Box sx={row}>
        <TextField
          label={text.name}
          size="small"
          autoFocus={party.name === ''}
          value={party.name}
          onChange={(event) => onChange({ name: event.target.value })}
          error={isMissing}
          helperText={isMissing ? text.nameMissing : undefined}
          slotProps={{ htmlInput: { readOnly: isLocked, autoComplete: 'off', maxLength: 300 } }}
        />
        <TextField
          label={text.address}
          size="small"
          value={party.address}
          onChange={(event) => onChange({ address: event.target.value })}
          slotProps={{ htmlInput: { readOnly: isLocked, autoComplete: 'off', maxLength: 500 } }}
        />
        {children}
      </Box>
    </Box>
  );
}

const row = {
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(min(18rem, 100%), 1fr))',
  gap: 2,
} as const;
