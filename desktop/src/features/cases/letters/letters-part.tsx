import type { Case, Dossier } from '@amtsstube/shared/domain/case';
import type { CaseLetter } from '@amtsstube/shared/domain/letter';
import { formatInstant } from '@amtsstube/shared/domain/time';
import { letterFileName } from '@amtsstube/shared/letters/letter-file-name';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { Shown } from '../../../data/desk.ts';
import { de } from '../../../texts/de.ts';
import { useNameOf } from '../../../ui/names.ts';
import { Part } from '../../../ui/part.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { printLetter } from '../../../ui/use-letter-pdf.ts';
import { FileViewer } from '../viewer/file-viewer.tsx';

/** The letters of a case. Until the server took one over it is a draft, and printed as one. */
export function LettersPart({
  openCase,
  dossier,
}: {
  readonly openCase: Case;
  readonly dossier: Shown<Dossier>;
}) {
  const letters = dossier.document.letters ?? [];
  if (letters.length === 0) return null;
  return (
    <Part title={de.letters.title}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {letters.map((written) => (
          <LetterRow
            key={written.id}
            openCase={openCase}
            written={written}
            isDraft={dossier.waiting.includes(written.opId)}
          />
        ))}
      </Box>
    </Part>
  );
}

interface LetterRowProps {
  readonly openCase: Case;
  readonly written: CaseLetter;
  readonly isDraft: boolean;
}

function LetterRow({ openCase, written, isDraft }: LetterRowProps) {
  const nameOf = useNameOf();
  const [shown, setShown] = useState<Uint8Array>();
  const [hasFailed, setHasFailed] = useState(false);
  const { letter, at, byId } = written;
  const text = de.letters;
  const name = letterFileName(openCase.fileReference, letter.subject);

  async function withPdf(use: (bytes: Uint8Array) => void) {
    setHasFailed(false);
    try {
      use(await printLetter({ letter, at, isDraft }));
    } catch {
      setHasFailed(true);
    }
  }

  return (
    <Box component="li" sx={{ py: 1, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ overflowWrap: 'anywhere' }}>{letter.subject}</Box>
      <Box sx={{ color: 'text.secondary', display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
        <span>{text.writtenBy(nameOf(byId), formatInstant(at))}</span>
        <Box component="span" sx={{ color: isDraft ? 'warning.main' : undefined }}>
          {isDraft ? text.draft : text.final}
        </Box>
      </Box>
      <Box sx={{ display: 'flex', displayPrint: 'none', flexWrap: 'wrap', columnGap: 1 }}>
        <Button
          size="small"
          sx={{ ml: -0.5 }}
          aria-label={text.ofLetter(text.open, letter.subject)}
          onClick={() => void withPdf(setShown)}
        >
          {text.open}
        </Button>
        <Button
          size="small"
          aria-label={text.ofLetter(text.save, letter.subject)}
          onClick={() => void withPdf((bytes) => saveFile(bytes, 'application/pdf', name))}
        >
          {text.save}
        </Button>
      </Box>
      {hasFailed && <Alert severity="error">{text.failed}</Alert>}
      {shown && (
        <FileViewer
          bytes={shown}
          attachment={{ name, mediaType: 'application/pdf' }}
          onClose={() => setShown(undefined)}
        />
      )}
    </Box>
  );
}
