import type { Dossier } from '@amtsstube/shared/domain/case';
import { standingCorrections } from '@amtsstube/shared/domain/corrections';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { de } from '../../texts/de.ts';
import { useReadAnswerOf } from '../../ui/read-answer.ts';
import { disputeId } from './disputed-answer.tsx';

/** At the head of a case: which of its answers wait for somebody to say what counts. */
export function DisputedNote({ dossier }: { readonly dossier: Dossier }) {
  const readAnswer = useReadAnswerOf()(dossier.formVersionId);
  const disputed = [...standingCorrections(dossier)].filter(([, values]) => values.length > 1);
  if (disputed.length === 0) return null;
  return (
    <Alert severity="warning" role="note" sx={{ mt: 2, displayPrint: 'none' }}>
      <Box>{de.cases.correction.disputedNote(disputed.length)}</Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1 }}>
        {disputed.map(([path]) => (
          <Button
            key={path}
            size="small"
            color="inherit"
            sx={{ ml: -0.5, textDecoration: 'underline' }}
            onClick={() => document.getElementById(disputeId(path))?.focus()}
          >
            {readAnswer(path, null).label}
          </Button>
        ))}
      </Box>
    </Alert>
  );
}
