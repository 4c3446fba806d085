import TextField from '@mui/material/TextField';
import { de } from '../../texts/de.ts';

const longestWord = 500;

/** A short word that goes with a hand-over. Too long is said, never cut: cutting would lose what was pasted. */
export function WordField({
  word,
  onChange,
}: {
  readonly word: string;
  readonly onChange: (word: string) => void;
}) {
  const isTooLong = word.length > longestWord;
  return (
    <TextField
      label={de.cases.actions.word}
      value={word}
      onChange={(event) => onChange(event.target.value)}
      error={isTooLong}
      helperText={isTooLong ? de.cases.characters(word.length, longestWord) : undefined}
      fullWidth
      multiline
      minRows={2}
      margin="dense"
    />
  );
}
