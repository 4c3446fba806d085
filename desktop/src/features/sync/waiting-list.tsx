import { formatInstant } from '@amtsstube/shared/domain/time';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { OutboxEntry } from '../../data/desk.ts';
import { de } from '../../texts/de.ts';
import { useNameOf } from '../../ui/names.ts';
import { operationWords } from '../../ui/operation-words.ts';
import { useReadAnswerOf } from '../../ui/read-answer.ts';
import { refusalSentence } from '../../ui/refusal-sentence.ts';
import { CaseLink } from './case-link.tsx';

/** What is saved on this device and not handed over yet, in the order in which it will be. */
export function WaitingList(props: {
  readonly outbox: readonly OutboxEntry[];
  /** Something else waits or was refused: that all is taken over would not be true. */
  readonly isMoreOpen: boolean;
  /** A link was followed. */
  readonly onLeave: () => void;
}) {
  const nameOf = useNameOf();
  const readAnswerOf = useReadAnswerOf();
  const isEmpty = props.outbox.length === 0;
  if (isEmpty && props.isMoreOpen) return null;
  return (
    <section>
      <Typography variant="h3" component="h3" sx={{ mb: 0.5 }}>
        {de.sync.list.title}
      </Typography>
      {isEmpty && <Typography color="textSecondary">{de.sync.list.empty}</Typography>}
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {props.outbox.map(({ operation, forecast }) => {
          const { title, caseId } = operationWords(operation, nameOf, readAnswerOf);
          return (
            <Box component="li" key={operation.opId} sx={{ py: 1, borderTop: 1, borderColor: 'divider' }}>
              <Box>{title}</Box>
              <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, color: 'text.secondary' }}>
                {caseId && <CaseLink caseId={caseId} onOpen={props.onLeave} />}
                <span>{de.sync.list.takenAt(formatInstant(operation.at))}</span>
              </Box>
              {forecast && (
                <Box sx={{ color: 'warning.main' }}>
                  {de.sync.list.expectedRefused(refusalSentence(forecast, nameOf))}
                </Box>
              )}
            </Box>
          );
        })}
      </Box>
    </section>
  );
}
