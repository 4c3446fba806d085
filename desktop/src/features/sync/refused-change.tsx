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
import { useReadAnswerOf } from '../../ui/read-answer.ts';
import { refusalSentence } from '../../ui/refusal-sentence.ts';
import { CaseLink } from './case-link.tsx';
import { canBeRepeated, type RefusedGroup } from './refused-groups.ts';
import { ServiceLink } from './service-link.tsx';

/** A refused change with what was refused because of it: what it was, why, what the clerk had written; one answer to all. */
export function RefusedChange(props: {
  readonly group: RefusedGroup;
  readonly onRepeat: () => void;
  readonly onDismiss: () => void;
}) {
  const { first, following } = props.group;
  const nameOf = useNameOf();
  const readAnswerOf = useReadAnswerOf();
  const titleId = useId();
  const { title, caseId } = operationWords(first.operation, nameOf, readAnswerOf);
  const text = de.refusedChanges;
  const count = 1 + following.length;
  return (
    <Box component="li" sx={{ py: 2.5, borderTop: 1, borderColor: 'divider', maxWidth: '70ch' }}>
      <Typography id={titleId} variant="h2">
        {title}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, color: 'text.secondary' }}>
        {caseId && <CaseLink caseId={caseId} inWords />}
        <ServiceLink operation={first.operation} />
        <span>{text.at(formatInstant(first.operation.at), formatInstant(first.decidedAt))}</span>
      </Box>
      <WhyAndText entry={first} />
      {following.length > 0 && (
        <Box component="section" sx={{ pl: 2, borderLeft: 3, borderColor: 'divider' }}>
          <Typography color="textSecondary">{text.following(following.length)}</Typography>
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {following.map((entry) => (
              <Box component="li" key={entry.operation.opId} sx={{ mt: 1.5 }}>
                <Typography variant="h3">
                  {operationWords(entry.operation, nameOf, readAnswerOf).title}
                </Typography>
                <WhyAndText entry={entry} />
              </Box>
            ))}
          </Box>
        </Box>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1.5 }}>
        {canBeRepeated(props.group) && (
          <Button variant="contained" aria-describedby={titleId} onClick={props.onRepeat}>
            {text.repeat(count)}
          </Button>
        )}
        <Button variant="outlined" aria-describedby={titleId} onClick={props.onDismiss}>
          {text.dismiss}
        </Button>
      </Box>
    </Box>
  );
}

function WhyAndText({ entry: { operation, reason } }: { readonly entry: RefusedEntry }) {
  const nameOf = useNameOf();
  const readAnswerOf = useReadAnswerOf();
  const { ownText } = operationWords(operation, nameOf, readAnswerOf);
  return (
    <>
      <Typography sx={{ my: 1.5 }}>
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {de.refusedChanges.why}:
        </Box>{' '}
        <Box component="strong" sx={{ fontWeight: 600 }}>
          {refusalSentence(reason, nameOf)}
        </Box>
      </Typography>
      {ownText && <OwnText {...ownText} />}
    </>
  );
}
