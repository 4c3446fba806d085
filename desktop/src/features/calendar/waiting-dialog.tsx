import type { WaitingPerson } from '@amtsstube/shared/replication/waiting-list';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { de } from '../../texts/de.ts';
import { RowList } from '../../ui/list-row.tsx';
import { LeaveWaitingDialog } from './leave-waiting-dialog.tsx';
import { useWaitingPeople, type WaitingPeople } from './use-waiting-people.ts';
import { WaitingRow } from './waiting-row.tsx';

interface WaitingDialogProps {
  readonly counterName: (id: string) => string;
  readonly onClose: () => void;
  readonly onBook: (person: WaitingPerson) => void;
}

/** Who waits for a free time at her counters: seen while it is open, kept nowhere. */
export function WaitingDialog({ counterName, onClose, onBook }: WaitingDialogProps) {
  const titleId = useId();
  const [found, askAgain] = useWaitingPeople();
  const [removing, setRemoving] = useState<WaitingPerson>();
  const [said, setSaid] = useState<{ readonly severity: 'success' | 'warning'; readonly sentence: string }>();
  const text = de.waitingList;
  // one dialog at a time: two above each other would be one too many
  if (removing)
    return (
      <LeaveWaitingDialog
        person={removing}
        counterName={counterName}
        onClose={() => setRemoving(undefined)}
        onDone={(severity, sentence) => {
          setSaid({ severity, sentence });
          setRemoving(undefined);
          askAgain();
        }}
      />
    );
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="md">
      <DialogTitle id={titleId}>{text.title}</DialogTitle>
      <DialogContent>
        <Typography variant="body2" color="textSecondary" sx={{ mb: 1.5 }}>
          {text.lead}
        </Typography>
        <Box role="status" sx={{ display: 'grid', gap: 1, '&:empty': { display: 'none' } }}>
          {said && <Alert severity={said.severity}>{said.sentence}</Alert>}
          <Found found={found} />
        </Box>
        {found.is === 'there' && found.people.length > 0 && (
          <RowList>
            {found.people.map((person) => (
              <WaitingRow
                key={person.waitingId}
                person={person}
                counterName={counterName}
                onBook={() => onBook(person)}
                onRemove={() => setRemoving(person)}
              />
            ))}
          </RowList>
        )}
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={askAgain}>
          {text.reload}
        </Button>
        <Button onClick={onClose} autoFocus>
          {de.app.close}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** What there is, in a word. */
function Found({ found }: { readonly found: WaitingPeople }) {
  const text = de.waitingList;
  switch (found.is) {
    case 'asking':
      return <LinearProgress aria-label={text.asking} />;
    case 'failed':
      return <Alert severity="warning">{text.failures[found.failure]}</Alert>;
    case 'there':
      return (
        <Typography>{found.people.length === 0 ? text.none : text.count(found.people.length)}</Typography>
      );
  }
}
