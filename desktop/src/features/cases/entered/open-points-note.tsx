import type { Dossier } from '@amtsstube/shared/domain/case';
import type { FormDefinition } from '@amtsstube/shared/domain/form';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { de } from '../../../texts/de.ts';
import { openPoints } from './open-points.ts';

/** What the paper left open: nothing keeps the case from going on, and nobody has to look for it. */
export function OpenPointsNote(props: { readonly form: FormDefinition; readonly dossier: Dossier }) {
  const { missing, asWritten } = openPoints(props.form, props.dossier);
  const text = de.cases.entered;
  if (missing.length + asWritten.length === 0) return null;
  const isOpen = missing.length > 0 || asWritten.some(({ isSettled }) => !isSettled);
  return (
    <Alert
      severity="info"
      // what is settled is to be read, not to be done
      {...(!isOpen && { icon: false })}
      role="note"
      aria-label={isOpen ? text.open : text.onPaper}
    >
      {missing.length > 0 && (
        <Box>
          {text.missing} {missing.map(({ label }) => label).join(', ')}
        </Box>
      )}
      {asWritten.map(({ path, label, text: written, isSettled }) => (
        <Box key={path} sx={{ overflowWrap: 'anywhere' }}>
          {isSettled ? text.settled(label, written) : text.asWritten(label, written)}
        </Box>
      ))}
    </Alert>
  );
}
