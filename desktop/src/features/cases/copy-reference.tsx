import Check from '@mui/icons-material/Check';
import ContentCopy from '@mui/icons-material/ContentCopy';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { useState } from 'react';
import { de } from '../../texts/de.ts';

/** The file reference into the clipboard: it goes into letters, phone notes and the paper file. */
export function CopyReference({ reference }: { readonly reference: string }) {
  const [copied, setCopied] = useState<'copied' | 'copyFailed'>();

  async function copy() {
    try {
      await navigator.clipboard.writeText(reference);
      setCopied('copied');
    } catch {
      // the browser forbids it here and there
      setCopied('copyFailed');
    }
  }

  return (
    <Box sx={{ display: 'inline-flex', alignItems: 'center', gap: 1 }}>
      <IconButton
        size="small"
        aria-label={de.cases.copyReference.copy}
        title={de.cases.copyReference.copy}
        onClick={() => void copy()}
      >
        {copied === 'copied' ? <Check fontSize="small" /> : <ContentCopy fontSize="small" />}
      </IconButton>
      <Box component="span" role="status" sx={{ fontSize: '0.875rem', color: 'text.secondary' }}>
        {copied && de.cases.copyReference[copied]}
      </Box>
    </Box>
  );
}
