import ContentCopy from '@mui/icons-material/ContentCopy';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { de } from '../texts/de.ts';

/** A text of the clerk's own, in full, that must not get lost: readable, selectable, and copied with one button. */
export function OwnText({ label, text }: { readonly label: string; readonly text: string }) {
  const labelId = useId();
  const [copied, setCopied] = useState<'copied' | 'copyFailed'>();

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setCopied('copied');
    } catch {
      // the browser forbids it here and there: the sentence says how to do it by hand
      setCopied('copyFailed');
    }
  }

  return (
    <Box>
      <Typography id={labelId} variant="subtitle2" component="p">
        {label}
      </Typography>
      <Box component="blockquote" aria-labelledby={labelId} sx={quote}>
        {text}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Button size="small" startIcon={<ContentCopy />} onClick={() => void copy()}>
          {de.app.copy}
        </Button>
        <Typography role="status" variant="body2" color="textSecondary">
          {copied && de.app[copied]}
        </Typography>
      </Box>
    </Box>
  );
}

const quote = {
  m: 0,
  my: 0.5,
  pl: 1.5,
  py: 0.5,
  borderLeft: 3,
  borderColor: 'divider',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
} as const;
