import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { de } from '../../../texts/de.ts';

/** What makes a version another than the one before, one sentence a line. */
export function ChangeList({ sentences }: { readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return <Typography variant="body2">{de.formEditor.changes.none}</Typography>;
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5, overflowWrap: 'anywhere' }}>
      {[...new Set(sentences)].map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </Box>
  );
}
