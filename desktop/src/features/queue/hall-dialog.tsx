import type { HallAddress } from '@amtsstube/shared/replication/hall-addresses';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import LinearProgress from '@mui/material/LinearProgress';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useEffect, useId, useState } from 'react';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { useSettingName } from '../../ui/names.ts';
import type { ServerAnswer } from '../../ui/server-answer.ts';

/** The addresses of the pages in the halls, for whoever sets up the devices there. */
export function HallDialog({ onClose }: { readonly onClose: () => void }) {
  const titleId = useId();
  const { hall } = useDesk();
  const [answer, setAnswer] = useState<ServerAnswer<readonly HallAddress[]>>();
  useEffect(() => {
    let isOver = false;
    void hall.addresses().then((answered) => {
      if (!isOver) setAnswer(answered);
    });
    return () => {
      isOver = true;
    };
  }, [hall]);
  const text = de.queue.hall;
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="md">
      <DialogTitle id={titleId}>{text.title}</DialogTitle>
      <DialogContent>
        <Typography sx={{ mb: 2 }}>{text.lead}</Typography>
        {answer === undefined && <LinearProgress aria-label={text.asking} />}
        {answer?.ok === false && <Alert severity="warning">{text.failures[answer.failure]}</Alert>}
        {answer?.ok && answer.answer.length === 0 && <Typography>{text.none}</Typography>}
        {answer?.ok && answer.answer.map((each) => <Hall key={each.departmentId} {...each} />)}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} autoFocus>
          {de.app.close}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Hall({ departmentId, display, kiosk }: HallAddress) {
  const name = useSettingName()(departmentId);
  const text = de.queue.hall;
  return (
    <Box sx={{ mb: 2 }}>
      <Typography variant="h3" sx={{ fontSize: '1rem', fontWeight: 650 }}>
        {name}
      </Typography>
      {(
        [
          [text.display, display],
          [text.kiosk, kiosk],
        ] as const
      ).map(([label, href]) => (
        <Typography key={label} variant="body2" sx={{ overflowWrap: 'anywhere', mt: 0.5 }}>
          {label}:{' '}
          <Link href={href} target="_blank" rel="noopener noreferrer" aria-label={`${label}, ${name}`}>
            {href}
          </Link>
        </Typography>
      ))}
    </Box>
  );
}
