import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { useNameOf } from '../../ui/names.ts';
import type { BulkProgress } from './bulk-assignment.ts';
import { byReason, notSavedSentence } from './bulk-words.ts';
import { ReasonList } from './reason-list.tsx';

/** While it runs, how far; then how many are saved on this device, and which are not and why. */
export function BulkResultPart(props: { readonly isRunning: boolean; readonly progress: BulkProgress }) {
  const { isRunning, progress } = props;
  const { storageIsLasting } = useDesk();
  const nameOf = useNameOf();
  const text = de.inbox.bulk;
  const { saved, failed, left } = progress;
  const all = saved.length + failed.length + left.length;

  if (isRunning) {
    const running = text.running(saved.length, all);
    return (
      <>
        <Typography sx={{ mb: 1 }}>{running}</Typography>
        <LinearProgress
          variant="determinate"
          aria-label={running}
          value={((saved.length + failed.length) / Math.max(all, 1)) * 100}
        />
      </>
    );
  }
  return (
    <Box role="status">
      <Alert
        severity={failed.length + left.length > 0 || !storageIsLasting ? 'warning' : 'success'}
        role="presentation"
      >
        {saved.length === 0 ? text.noneSaved : text.saved(saved.length)}
        {saved.length > 0 && !storageIsLasting && <Box sx={{ mt: 0.5 }}>{de.saved.mayBeEvicted}</Box>}
        {left.length > 0 && <Box sx={{ mt: 0.5 }}>{text.stopped(left.length)}</Box>}
      </Alert>
      <ReasonList
        title={text.failed(failed.length)}
        groups={byReason(
          failed.map(({ caseRecord, saved: answer }) => ({
            caseRecord,
            sentence: notSavedSentence(answer, nameOf),
          })),
        )}
      />
    </Box>
  );
}
