import type { PaymentId } from '@amtsstube/shared/domain/ids';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useId, useRef, useState } from 'react';
import { de } from '../../../texts/de.ts';
import { SubmitForm } from '../../../ui/submit-form.tsx';
import { MatchesList, rowOf } from './matches-list.tsx';
import { problemSentence } from './problem-sentence.ts';
import { type StatementState, useStatement } from './use-statement.ts';

const text = de.fees.statement;

/** A bank statement: the file, what its entries belong to, and what of it is booked. */
export function StatementDialog({ onClose }: { readonly onClose: () => void }) {
  const titleId = useId();
  const input = useRef<HTMLInputElement>(null);
  const { now, read, book } = useStatement();
  const [chosen, setChosen] = useState<ReadonlySet<PaymentId>>(new Set());
  const isBooking = now.state === 'booking';
  const isRead = now.state === 'read' || isBooking;

  return (
    <Dialog open onClose={isBooking ? undefined : onClose} aria-labelledby={titleId} fullWidth maxWidth="md">
      <SubmitForm onSubmit={() => book(chosen)}>
        <DialogTitle id={titleId}>{text.title}</DialogTitle>
        <DialogContent>
          <Typography>{text.intro}</Typography>
          <input
            ref={input}
            type="file"
            hidden
            accept=".xml,.csv,.txt,text/xml,application/xml,text/csv"
            onChange={({ target }) => {
              const file = target.files?.[0];
              setChosen(new Set());
              if (file) void read(file);
              // the same file chosen again is a change again
              target.value = '';
            }}
          />
          {now.state !== 'booked' && (
            <Button
              autoFocus
              sx={{ mt: 2 }}
              variant="outlined"
              disabled={isBooking || now.state === 'reading'}
              onClick={() => input.current?.click()}
            >
              {isRead ? text.chooseOther : text.choose}
            </Button>
          )}
          <Box role="status" sx={{ mt: 2 }}>
            <StatementNews now={now} />
          </Box>
          {isRead && (
            <MatchesList matches={now.matches} chosen={chosen} onChange={setChosen} isLocked={isBooking} />
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={isBooking}>
            {text.close}
          </Button>
          {isRead && (
            <Button type="submit" variant="contained" disabled={chosen.size === 0 || isBooking}>
              {isBooking ? text.booking : text.book(chosen.size)}
            </Button>
          )}
        </DialogActions>
      </SubmitForm>
    </Dialog>
  );
}

function StatementNews({ now }: { readonly now: StatementState }) {
  switch (now.state) {
    case 'choosing':
      return null;
    case 'reading':
      return <Typography>{text.reading}</Typography>;
    case 'unreadable':
      return <Alert severity="error">{text.unreadable}</Alert>;
    case 'problem':
      return <Alert severity="error">{problemSentence(now.problem)}</Alert>;
    case 'read':
    case 'booking': {
      const { entries, leftOut } = now.statement;
      return <Typography>{text.read(now.name, entries.length, leftOut)}</Typography>;
    }
    case 'booked':
      return (
        <Box sx={{ display: 'grid', gap: 1 }}>
          <Alert severity="success">{text.booked(now.booked)}</Alert>
          {now.notBooked.map(({ match, sentence }) => (
            <Alert key={match.id} severity="warning">
              {text.notBooked(rowOf(match.entry), sentence)}
            </Alert>
          ))}
        </Box>
      );
  }
}
