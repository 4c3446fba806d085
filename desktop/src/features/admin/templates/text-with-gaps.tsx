import type { Placeholder } from '@amtsstube/shared/domain/placeholders';
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useRef } from 'react';
import { de } from '../../../texts/de.ts';

interface TextWithGapsProps {
  readonly label: string;
  readonly text: string;
  readonly known: readonly Placeholder[];
  readonly problem: string | undefined;
  readonly isLong?: boolean;
  readonly onChange: (text: string) => void;
}

/** A text of a template: placeholders are found by a part of their name or meaning, and go where the caret is. */
export function TextWithGaps({ label, text, known, problem, isLong = false, onChange }: TextWithGapsProps) {
  const field = useRef<HTMLInputElement | HTMLTextAreaElement>(null);

  function insert(name: string) {
    const at = field.current?.selectionStart ?? text.length;
    onChange(`${text.slice(0, at)}{{${name}}}${text.slice(at)}`);
  }

  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <TextField
        label={label}
        value={text}
        onChange={(event) => onChange(event.target.value)}
        error={problem !== undefined}
        helperText={problem}
        fullWidth
        multiline={isLong}
        {...(isLong && { minRows: 4, maxRows: 18 })}
        inputRef={field}
      />
      <Autocomplete
        size="small"
        sx={{ maxWidth: '24rem' }}
        options={[...known]}
        value={null}
        blurOnSelect
        clearOnBlur
        getOptionLabel={({ name, meaning }) => `${name}: ${meaning}`}
        onChange={(_event, chosen) => chosen && insert(chosen.name)}
        renderInput={(parameters) => <TextField {...parameters} label={de.letters.admin.insert(label)} />}
      />
    </Box>
  );
}
