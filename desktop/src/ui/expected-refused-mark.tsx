import ReportProblem from '@mui/icons-material/ReportProblemOutlined';
import Box from '@mui/material/Box';
import { de } from '../texts/de.ts';

/** Beside what this desk saved and the server will probably refuse, by what is known here. */
export function ExpectedRefusedMark() {
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.5,
        color: 'error.main',
        whiteSpace: 'nowrap',
      }}
    >
      <ReportProblem aria-hidden sx={{ fontSize: '1.1em' }} />
      <Box component="span" sx={{ fontSize: '0.875em', fontWeight: 600 }}>
        {de.cases.expectedRefusedMark}
      </Box>
    </Box>
  );
}
