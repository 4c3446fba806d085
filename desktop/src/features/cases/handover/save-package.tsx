import type { Case, CaseEvent, Dossier } from '@amtsstube/shared/domain/case';
import { letterFileName } from '@amtsstube/shared/letters/letter-file-name';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { Shown } from '../../../data/desk.ts';
import { de } from '../../../texts/de.ts';
import { saveFile } from '../../../ui/save-file.ts';
import { useCaseSource } from '../export/case-source.ts';
import { makePackage } from '../export/make-exports.ts';
import { MakingNotice } from '../export/making-notice.tsx';
import { useMaking } from '../export/use-making.ts';
import { useLetterSource } from '../letters/use-letter-source.ts';
import { coverLetter } from './cover-letter.ts';

interface SavePackageProps {
  readonly openCase: Case;
  readonly dossier: Shown<Dossier>;
  readonly handed: Extract<CaseEvent, { kind: 'handedToBody' }>;
}

/** What goes to the body: cover letter, application and documents in one file, made on this device. */
export function SavePackage({ openCase, dossier, handed }: SavePackageProps) {
  const source = useCaseSource(openCase, dossier);
  const letterSource = useLetterSource(openCase, dossier.document, '');
  const { state, make } = useMaking();
  const { bodyName, word, opId } = handed;
  const text = de.handover;

  async function save() {
    if (source === undefined || letterSource === undefined) return;
    const letter = (documents: number) => coverLetter(letterSource, { bodyName, word, documents });
    // until the server took it over, somebody else may have been first
    const isDraft = dossier.waiting.includes(opId);
    const file = await make(source, (making) => makePackage(making, { bodyName, letter, isDraft }));
    const name = letterFileName(openCase.fileReference, text.packageName).replace(/\.pdf$/, '.zip');
    if (file) saveFile(file, 'application/zip', name);
  }

  return (
    <Box sx={{ mt: 1 }}>
      <Button
        variant="outlined"
        disabled={source === undefined || letterSource === undefined || state.state === 'running'}
        onClick={() => void save()}
      >
        {text.savePackage}
      </Button>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
        {text.packageHolds}
      </Typography>
      <MakingNotice state={state} />
    </Box>
  );
}
