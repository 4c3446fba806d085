import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { de } from '../../texts/de.ts';
import { useNameOf } from '../../ui/names.ts';
import { operationWords } from '../../ui/operation-words.ts';
import { OwnText } from '../../ui/own-text.tsx';
import { hrefOf } from '../../ui/place.ts';
import { refusalSentence } from '../../ui/refusal-sentence.ts';
import { useTroubleWith } from './use-case.ts';

/** Own changes to this case that are not in it: expected to be refused, or refused. Their text is never out of reach. */
export function CaseTrouble({ caseId }: { readonly caseId: string }) {
  const { expected, refused } = useTroubleWith(caseId);
  const nameOf = useNameOf();
  return (
    <Box sx={{ display: 'grid', gap: 1.5, mt: 2, '&:empty': { display: 'none' } }}>
      {expected.map(({ operation, forecast }) => {
        const { title, ownText } = operationWords(operation, nameOf);
        return (
          <Alert key={operation.opId} severity="warning" role="note">
            <AlertTitle>{de.cases.expectedRefused.title}</AlertTitle>
            <p>{forecast && de.cases.expectedRefused.text(title, refusalSentence(forecast, nameOf))}</p>
            {ownText && <OwnText {...ownText} />}
          </Alert>
        );
      })}
      {refused > 0 && (
        <Alert severity="warning" role="note">
          {de.cases.refusedHere(refused)}{' '}
          <Link href={hrefOf({ screen: 'refused' })} color="inherit">
            {de.cases.showRefused}
          </Link>
        </Alert>
      )}
    </Box>
  );
}
