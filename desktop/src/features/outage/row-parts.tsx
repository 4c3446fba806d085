import type { ServiceId } from '@amtsstube/shared/domain/ids';
import type { Service } from '@amtsstube/shared/domain/settings';
import Clear from '@mui/icons-material/ClearOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId } from 'react';
import { de } from '../../texts/de.ts';

/** Rows of one kind under their heading. */
export function RowsFrame(props: {
  readonly title: string;
  readonly help?: string;
  readonly children: ReactNode;
}) {
  const titleId = useId();
  return (
    <Box component="section" aria-labelledby={titleId} sx={{ mt: 3 }}>
      <Typography id={titleId} variant="h3" sx={{ mb: 1 }}>
        {props.title}
      </Typography>
      {props.help && (
        <Typography color="textSecondary" sx={{ mb: 1.5, maxWidth: '48rem' }}>
          {props.help}
        </Typography>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
        {props.children}
      </Box>
    </Box>
  );
}

export const rowStyle = { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 } as const;

interface CellProps {
  readonly label: string;
  /** For who doesn't see in which row it stands. */
  readonly name: string;
  readonly value: string;
  /** At least; without it, all that is left. */
  readonly width?: string;
  readonly most?: number;
  readonly onChange: (text: string) => void;
}

export function Cell({ label, name, value, width, most = 20, onChange }: CellProps) {
  return (
    <TextField
      size="small"
      label={label}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      slotProps={{ htmlInput: { 'aria-label': name, autoComplete: 'off', maxLength: most } }}
      sx={width === undefined ? { flex: '1 1 12rem' } : { width }}
    />
  );
}

interface ServiceCellProps {
  readonly name: string;
  readonly services: readonly Service[];
  readonly value: ServiceId | null;
  readonly onChange: (id: ServiceId | null) => void;
}

export function ServiceCell({ name, services, value, onChange }: ServiceCellProps) {
  return (
    <TextField
      select
      size="small"
      label={de.outage.noting.service}
      value={value ?? ''}
      onChange={({ target }) => onChange(services.find(({ id }) => id === target.value)?.id ?? null)}
      slotProps={{
        select: { native: true },
        inputLabel: { shrink: true },
        htmlInput: { 'aria-label': name },
      }}
      sx={{ flex: '1 1 14rem' }}
    >
      <option value=""> </option>
      {services.map(({ id, name: shown }) => (
        <option key={id} value={id}>
          {shown}
        </option>
      ))}
    </TextField>
  );
}

interface RemoveRowProps {
  readonly number: number;
  /** There is nothing to remove: only its room is kept, so that the fields of all rows stand under each other. */
  readonly isIdle: boolean;
  readonly onRemove: () => void;
}

export function RemoveRow({ number, isIdle, onRemove }: RemoveRowProps) {
  return (
    <IconButton
      aria-label={de.outage.noting.remove(number)}
      onClick={onRemove}
      sx={isIdle ? { visibility: 'hidden' } : {}}
    >
      <Clear />
    </IconButton>
  );
}

export function RowProblemLine({ problem }: { readonly problem: string | undefined }) {
  return problem ? (
    <Typography role="alert" color="error" variant="body2" sx={{ mt: 0.5 }}>
      {problem}
    </Typography>
  ) : null;
}
