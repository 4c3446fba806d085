import type { TemplateContent } from '@amtsstube/shared/domain/letter-template';
import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { de } from '../../../texts/de.ts';
import { useServices } from '../admin-lists.ts';

interface ServicesFieldProps {
  readonly chosen: TemplateContent['forServices'];
  readonly onChange: (chosen: TemplateContent['forServices']) => void;
}

/** For which services something is offered; none chosen: for all. */
export function ServicesField({ chosen, onChange }: ServicesFieldProps) {
  const services = useServices();
  return (
    <Autocomplete
      multiple
      options={[...services]}
      value={services.filter(({ id }) => chosen.includes(id))}
      getOptionLabel={({ name }) => name}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      onChange={(_event, now) => onChange(now.map(({ id }) => id))}
      renderInput={(parameters) => (
        <TextField
          {...parameters}
          label={de.letters.admin.services}
          helperText={de.letters.admin.servicesHelp}
        />
      )}
    />
  );
}
