import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import type { OutboxEntry, RefusedEntry } from '../../data/desk.ts';
import { de } from '../../texts/de.ts';
import { useNameOf } from '../../ui/names.ts';
import { operationWords } from '../../ui/operation-words.ts';
import { OwnText } from '../../ui/own-text.tsx';
import { hrefOf } from '../../ui/place.ts';
import { useReadAnswerOf } from '../../ui/read-answer.ts';
import { refusalSentence } from '../../ui/refusal-sentence.ts';
import { useTroubleWith } from './use-case.ts';

/** Own changes to this case that are not in it: expected to be refused, or refused. Their text is never out of reach. */
export function CaseTrouble({ caseId }: { readonly caseId: string }) {
  const { expected, refused } = useTroubleWith(caseId);
  return (
    <Box sx={{ display: 'grid', displayPrint: 'none', gap: 1.5, mt: 2, '&:empty': { display: 'none' } }}>
      {expected.map(
        ({ operation, forecast }) =>
          forecast && (
            <Trouble key={operation.opId} operation={operation} reason={forecast} isFinal={false} />
          ),
      )}
      {refused.map(({ operation, reason }) => (
        <Trouble key={operation.opId} operation={operation} reason={reason} isFinal />
      ))}
    </Box>
  );
}

interface TroubleProps {
  readonly operation: OutboxEntry['operation'];
  readonly reason: RefusedEntry['reason'];
  /** The server has said so; otherwise this desk expects it. */
  readonly isFinal: boolean;
}

function Trouble({ operation, reason, isFinal }: TroubleProps) {
  const nameOf = useNameOf();
  const readAnswerOf = useReadAnswerOf();
  const { title, ownText } = operationWords(operation, nameOf, readAnswerOf);
  const text = isFinal ? de.cases.refused : de.cases.expectedRefused;
  return (
    <Alert severity="warning" role="note">
      <AlertTitle>{text.title}</AlertTitle>
      <p>{text.text(title, refusalSentence(reason, nameOf))}</p>
      {ownText && <OwnText {...ownText} />}
      {isFinal && (
        <Link href={hrefOf({ screen: 'refused' })} color="inherit">
          {de.cases.showRefused}
        </Link>
      )}
    </Alert>
  );
}
