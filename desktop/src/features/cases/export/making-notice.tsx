import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { de } from '../../../texts/de.ts';
import type { MakingState } from './use-making.ts';

/** How far it is, what came of it, and what couldn't be included, each with its reason. */
export function MakingNotice({ state }: { readonly state: MakingState }) {
  const text = de.export;
  return (
    <Box role="status" sx={{ mt: 1, '&:empty': { display: 'none' } }}>
      {state.state === 'running' && text.running(state.done)}
      {state.state === 'failed' && <Alert severity="error">{text.failed}</Alert>}
      {state.state === 'made' && state.missing.length === 0 && <Alert severity="success">{text.made}</Alert>}
      {state.state === 'made' && state.missing.length > 0 && (
        <Alert severity="warning">
          {text.madeWithout}
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {state.missing.map(({ name, says }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and the list never changes
              <Box key={index} component="li" sx={{ overflowWrap: 'anywhere' }}>
                {name}: {says}
              </Box>
            ))}
          </Box>
        </Alert>
      )}
    </Box>
  );
}
