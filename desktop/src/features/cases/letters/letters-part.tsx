import type { Case, Dossier } from '@amtsstube/shared/domain/case';
import type { CaseLetter } from '@amtsstube/shared/domain/letter';
import { formatInstant, formatLocalDate } from '@amtsstube/shared/domain/time';
import { letterFileName } from '@amtsstube/shared/letters/letter-file-name';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { Shown } from '../../../data/desk.ts';
import { de } from '../../../texts/de.ts';
import { ActionNotice } from '../../../ui/action-notice.tsx';
import { whyImpossible } from '../../../ui/case-actions.ts';
import { useDesk } from '../../../ui/desk-context.tsx';
import { useNameOf } from '../../../ui/names.ts';
import { Part } from '../../../ui/part.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { type Action, useAction } from '../../../ui/use-action.ts';
import { printLetter } from '../../../ui/use-letter-pdf.ts';
import { FileViewer } from '../viewer/file-viewer.tsx';
import { letterDeliveryWords } from './letter-delivery-words.ts';
import { PostDialog } from './post-dialog.tsx';
import { WriteLetterDialog } from './write-letter-dialog.tsx';

/** The letters of a case. Until the server took one over it is a draft, and printed as one. */
export function LettersPart({
  openCase,
  dossier,
}: {
  readonly openCase: Case;
  readonly dossier: Shown<Dossier>;
}) {
  const letters = dossier.document.letters ?? [];
  const { desk } = useDesk();
  const posting = useAction();
  const [isWriting, setIsWriting] = useState(false);
  const mayWrite = whyImpossible(desk.actor, 'note', openCase) === undefined;
  if (letters.length === 0 && !mayWrite) return null;
  return (
    <Part title={de.letters.title}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {letters.map((written) => (
          <LetterRow
            key={written.id}
            openCase={openCase}
            written={written}
            isDraft={dossier.waiting.includes(written.opId)}
            posting={mayWrite ? posting : undefined}
          />
        ))}
      </Box>
      <ActionNotice state={posting.state} />
      {mayWrite && (
        <Button variant="outlined" sx={{ displayPrint: 'none' }} onClick={() => setIsWriting(true)}>
          {de.letters.write}
        </Button>
      )}
      {isWriting && (
        <WriteLetterDialog
          openCase={openCase}
          dossier={dossier.document}
          onClose={() => setIsWriting(false)}
        />
      )}
    </Part>
  );
}

interface LetterRowProps {
  readonly openCase: Case;
  readonly written: CaseLetter;
  readonly isDraft: boolean;
  /** undefined: not hers to say. */
  readonly posting: Action | undefined;
}

function LetterRow({ openCase, written, isDraft, posting }: LetterRowProps) {
  const nameOf = useNameOf();
  const [shown, setShown] = useState<Uint8Array>();
  const [isPosting, setIsPosting] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  const { letter, at, byId, posted } = written;
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
          {letterDeliveryWords(written, isDraft).join(' · ')}
        </Box>
        {posted && <span>{text.posted(formatLocalDate(posted.on), nameOf(posted.byId))}</span>}
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
        {posting && !posted && !isDraft && (
          <Button
            size="small"
            aria-label={text.ofLetter(text.post, letter.subject)}
            onClick={() => setIsPosting(true)}
          >
            {text.post}
          </Button>
        )}
      </Box>
      {posting && isPosting && (
        <PostDialog
          openCase={openCase}
          written={written}
          action={posting}
          onClose={() => setIsPosting(false)}
        />
      )}
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
