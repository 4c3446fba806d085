import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { de } from '../../../texts/de.ts';
import { FieldDetails } from './field-details.tsx';
import type { FieldSettingsProps } from './field-settings-props.ts';
import { fieldTypes } from './form-draft.ts';
import { defaultsFor } from './type-defaults.ts';

/** What is asked, in which way, and whether it must be answered. */
export function FieldSettings(props: FieldSettingsProps) {
  const { field, isMember, onChange, problemAt } = props;
  const text = de.formEditor.field;
  const types = fieldTypes.filter((type) => !isMember || type !== 'group');
  const hasAnswer = field.type !== 'information' && field.type !== 'group';
  return (
    <>
      <TextField
        label={text.label}
        value={field.label}
        onChange={(event) => onChange({ label: event.target.value })}
        error={problemAt('label') !== undefined}
        helperText={problemAt('label')}
        multiline
      />
      <TextField
        label={text.help}
        value={field.help}
        onChange={(event) => onChange({ help: event.target.value })}
        error={problemAt('help') !== undefined}
        helperText={problemAt('help')}
        multiline
      />
      <TextField
        select
        label={text.type}
        value={field.type}
        onChange={(event) => {
          const type = types.find((each) => each === event.target.value);
          if (type) onChange({ type, ...defaultsFor(type, field) });
        }}
        slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
      >
        {types.map((type) => (
          <option key={type} value={type}>
            {de.formEditor.types[type]}
          </option>
        ))}
      </TextField>
      <FieldDetails {...props} />
      {hasAnswer && (
        <FormControlLabel
          label={text.required}
          control={
            <Checkbox checked={field.required} onChange={(_event, required) => onChange({ required })} />
          }
        />
      )}
      {hasAnswer && !field.isNew && !isMember && (
        <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
          {text.key(field.id)}
        </Typography>
      )}
    </>
  );
}
