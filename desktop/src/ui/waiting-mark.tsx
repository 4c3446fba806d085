import CloudUpload from '@mui/icons-material/CloudUploadOutlined';
import Box from '@mui/material/Box';
import { de } from '../texts/de.ts';

/** Beside everything of this desk's own that the server hasn't decided yet: in words, with a sign before them. */
export function WaitingMark() {
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.5,
        color: 'warning.main',
        whiteSpace: 'nowrap',
      }}
    >
      <CloudUpload aria-hidden sx={{ fontSize: '1.1em' }} />
      <Box component="span" sx={{ fontSize: '0.875em', fontWeight: 600 }}>
        {de.cases.waitingMark}
      </Box>
    </Box>
  );
}
