import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import type { Saved } from '../../data/desk.ts';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { useNameOf } from '../../ui/names.ts';
import { ScreenTitle } from '../../ui/screen-title.tsx';
import { stateAfter } from '../../ui/use-action.ts';
import { RefusedChange } from './refused-change.tsx';
import { useRefused } from './use-sync.ts';

/** What the server refused, with the clerk's own text, until the clerk has taken note of it (J6). */
export function RefusedScreen() {
  const { desk } = useDesk();
  const refused = useRefused();
  const nameOf = useNameOf();
  const list = useRef<HTMLUListElement>(null);
  const [notice, setNotice] = useState<{ readonly severity: 'success' | 'error'; readonly text: string }>();

  async function tellOf(done: Promise<Saved>, sentence: string) {
    const after = stateAfter(await done, nameOf);
    if (after.state === 'failed') setNotice({ severity: 'error', text: after.sentence });
    else setNotice({ severity: 'success', text: sentence });
    // the button that had the focus is gone
    list.current?.focus();
  }

  return (
    <>
      <ScreenTitle title={de.refusedChanges.title} />
      <Box role="status" sx={{ mt: 2, '&:empty': { display: 'none' } }}>
        {notice && (
          <Alert severity={notice.severity} role="presentation">
            {notice.text}
          </Alert>
        )}
      </Box>
      <Typography sx={{ mt: 2, maxWidth: '70ch' }} color="textSecondary">
        {refused.length === 0 ? de.refusedChanges.empty : de.refusedChanges.lead}
      </Typography>
      <Box
        component="ul"
        ref={list}
        tabIndex={-1}
        aria-label={de.refusedChanges.title}
        sx={{ listStyle: 'none', m: 0, mt: 2, p: 0, outline: 'none' }}
      >
        {refused.map((entry) => (
          <RefusedChange
            key={entry.operation.opId}
            entry={entry}
            onSendAgain={() => void tellOf(desk.sendAgain(entry.operation.opId), de.refusedChanges.sentAgain)}
            onDismiss={() => void tellOf(desk.dismiss(entry.operation.opId), de.refusedChanges.dismissed)}
          />
        ))}
      </Box>
    </>
  );
}
