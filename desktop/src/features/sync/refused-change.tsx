import { formatInstant } from '@amtsstube/shared/domain/time';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import type { RefusedEntry } from '../../data/desk.ts';
import { de } from '../../texts/de.ts';
import { useNameOf } from '../../ui/names.ts';
import { operationWords } from '../../ui/operation-words.ts';
import { OwnText } from '../../ui/own-text.tsx';
import { refusalSentence } from '../../ui/refusal-sentence.ts';
import { CaseLink } from './case-link.tsx';

/** One refused change: what it was, why it was refused, what the clerk had written. */
export function RefusedChange(props: {
  readonly entry: RefusedEntry;
  readonly onSendAgain: () => void;
  readonly onDismiss: () => void;
}) {
  const { operation, reason, decidedAt } = props.entry;
  const nameOf = useNameOf();
  const titleId = useId();
  const { title, caseId, ownText } = operationWords(operation, nameOf);
  return (
    <Box component="li" sx={{ py: 2.5, borderTop: 1, borderColor: 'divider', maxWidth: '70ch' }}>
      <Typography id={titleId} variant="h2">
        {title}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, color: 'text.secondary' }}>
        {caseId && <CaseLink caseId={caseId} inWords />}
        <span>{de.refusedChanges.at(formatInstant(operation.at), formatInstant(decidedAt))}</span>
      </Box>
      <Typography sx={{ my: 1.5 }}>
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {de.refusedChanges.why}:
        </Box>{' '}
        <Box component="strong" sx={{ fontWeight: 600 }}>
          {refusalSentence(reason, nameOf)}
        </Box>
      </Typography>
      {ownText && <OwnText {...ownText} />}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1.5 }}>
        {canBeSentAgain(reason) && (
          <Button variant="contained" aria-describedby={titleId} onClick={props.onSendAgain}>
            {de.refusedChanges.sendAgain}
          </Button>
        )}
        <Button variant="outlined" aria-describedby={titleId} onClick={props.onDismiss}>
          {de.refusedChanges.dismiss}
        </Button>
      </Box>
    </Box>
  );
}

/** A bug of the server, or another text under the same id: nothing about the change itself was decided (S2, S3). */
function canBeSentAgain({ code }: RefusedEntry['reason']): boolean {
  return code === 'internal' || code === 'otherText';
}
