import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { de } from '../../texts/de.ts';
import { appearance, densityChoices, schemeChoices } from '../../ui/appearance.ts';
import { useObservable } from '../../ui/use-observable.ts';
import { NewsChoice } from './news-choice.tsx';

/** What is chosen for this device: colours, density, messages of the operating system. Each choice counts at once. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const titleId = useId();
  const { scheme, density } = useObservable(appearance.value$, appearance.value);
  const text = de.frame.settings;
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="xs">
      <DialogTitle id={titleId}>{text.title}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2.5 }}>
        <Choice
          label={text.scheme}
          choices={schemeChoices}
          names={text.schemes}
          chosen={scheme}
          onChoose={(chosen) => appearance.change({ ...appearance.value, scheme: chosen })}
        />
        <Choice
          label={text.density}
          choices={densityChoices}
          names={text.densities}
          chosen={density}
          onChoose={(chosen) => appearance.change({ ...appearance.value, density: chosen })}
        />
        <NewsChoice />
        <Typography variant="body2" color="textSecondary">
          {text.thisDevice}
        </Typography>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{de.app.close}</Button>
      </DialogActions>
    </Dialog>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly choices: readonly T[];
  readonly names: Readonly<Record<T, string>>;
  readonly chosen: T;
  readonly onChoose: (choice: T) => void;
}

function Choice<T extends string>({ label, choices, names, chosen, onChoose }: ChoiceProps<T>) {
  const labelId = useId();
  return (
    <FormControl>
      <FormLabel id={labelId}>{label}</FormLabel>
      <RadioGroup
        aria-labelledby={labelId}
        value={chosen}
        onChange={(_event, value) => {
          const choice = choices.find((each) => each === value);
          if (choice) onChoose(choice);
        }}
      >
        {choices.map((choice) => (
          <FormControlLabel
            key={choice}
            value={choice}
            control={<Radio size="small" />}
            label={names[choice]}
          />
        ))}
      </RadioGroup>
    </FormControl>
  );
}
