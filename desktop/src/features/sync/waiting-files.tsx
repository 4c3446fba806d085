import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import type { WaitingFile } from '../../data/desk.ts';
import { de } from '../../texts/de.ts';
import { CaseLink } from './case-link.tsx';

/** Files saved on this device whose bytes are still on their way, in the order in which they go. */
export function WaitingFiles(props: {
  readonly files: readonly WaitingFile[];
  readonly onOpenCase: () => void;
}) {
  if (props.files.length === 0) return null;
  return (
    <section>
      <Typography variant="h3" component="h3" sx={{ mb: 0.5 }}>
        {de.sync.waitingFiles.title}
      </Typography>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {props.files.map(({ entry, sentBytes }) => (
          <Box component="li" key={entry.hash} sx={{ py: 1, borderTop: 1, borderColor: 'divider' }}>
            <Box sx={{ overflowWrap: 'anywhere' }}>{entry.name}</Box>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, color: 'text.secondary' }}>
              <CaseLink caseId={entry.caseId} onOpen={props.onOpenCase} />
              <span>{de.sync.waitingFiles.progress(sentBytes, entry.size)}</span>
            </Box>
            {sentBytes > 0 && (
              <LinearProgress
                variant="determinate"
                value={(sentBytes / entry.size) * 100}
                aria-label={entry.name}
                sx={{ mt: 0.5 }}
              />
            )}
          </Box>
        ))}
      </Box>
    </section>
  );
}
