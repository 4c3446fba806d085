import type { Attachment, Case } from '@amtsstube/shared/domain/case';
import { formatInstant } from '@amtsstube/shared/domain/time';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { BlobState } from '../../data/desk.ts';
import { de } from '../../texts/de.ts';
import { canRemove } from '../../ui/case-actions.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { canBeShown } from '../../ui/documents/open-document.ts';
import { useNameOf } from '../../ui/names.ts';
import { saveFile } from '../../ui/save-file.ts';
import type { Action } from '../../ui/use-action.ts';
import { fileStateWords } from './file-state-words.ts';
import { RemoveFileDialog } from './remove-file-dialog.tsx';
import { FileViewer } from './viewer/file-viewer.tsx';

/** One file: what it is, where it is, and what can be done with it from here. */
export function FileRow({
  openCase,
  attachment,
  state,
  removing,
}: {
  readonly openCase: Case;
  readonly attachment: Attachment;
  readonly state: BlobState | undefined;
  /** What became of the last removal is shown beside all of them: this row goes. */
  readonly removing: Action;
}) {
  const { desk } = useDesk();
  const nameOf = useNameOf();
  const [shown, setShown] = useState<Uint8Array | undefined>();
  const [isMissing, setIsMissing] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const { hash, name, size, mediaType, addedBy, addedAt, withheld, questionId } = attachment;
  const text = de.cases.files;
  const fromApplicant = questionId === undefined ? text.applicant : de.questions.applicantFile;
  const by = addedBy === null ? fromApplicant : nameOf(addedBy);
  // it came from her own disk: looking it through is for the others
  const isOwn = desk.actor.kind === 'clerk' && desk.actor.clerkId === addedBy;
  const isWithheld = withheld === 'infected' || (withheld === 'inCheck' && !isOwn);
  const isHere = state?.state === 'here' && !isWithheld;
  const mayRemove = canRemove(desk.actor, attachment, openCase);

  async function withBytes(use: (bytes: Uint8Array) => void) {
    const bytes = await desk.files?.read(hash);
    setIsMissing(bytes === undefined);
    if (bytes !== undefined) use(bytes);
    else desk.files?.fetch({ caseId: openCase.id, hash, name, size });
  }

  return (
    <Box component="li" sx={{ py: 1, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ overflowWrap: 'anywhere' }}>{name}</Box>
      <Box sx={{ color: 'text.secondary', display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
        <span>{text.size(size)}</span>
        <span>{text.addedBy(by, formatInstant(addedAt))}</span>
        <Box component="span" sx={{ color: isHere && !state.isOnServer ? 'warning.main' : undefined }}>
          {withheld === undefined ? fileStateWords(state, size, by) : text.withheld[withheld].state}
        </Box>
      </Box>
      <Box sx={{ display: 'flex', displayPrint: 'none', flexWrap: 'wrap', columnGap: 1 }}>
        {isHere && canBeShown(mediaType) && (
          <FileButton action={text.view} name={name} onClick={() => void withBytes(setShown)} />
        )}
        {isHere && (
          <FileButton
            action={text.save}
            name={name}
            onClick={() => void withBytes((bytes) => saveFile(bytes, mediaType, name))}
          />
        )}
        {!isHere && withheld === undefined && state?.state !== 'fetching' && (
          <FileButton
            action={text.fetch}
            name={name}
            onClick={() => desk.files?.fetch({ caseId: openCase.id, hash, name, size })}
          />
        )}
        {mayRemove && <FileButton action={text.remove} name={name} onClick={() => setIsAsking(true)} />}
      </Box>
      {withheld !== undefined && (
        <Alert severity={withheld === 'infected' ? 'error' : 'info'}>
          {isOwn ? text.withheld[withheld].meansOwn : text.withheld[withheld].means}
        </Alert>
      )}
      {isMissing && !isHere && <Alert severity="warning">{text.missing(name)}</Alert>}
      {shown && <FileViewer bytes={shown} attachment={attachment} onClose={() => setShown(undefined)} />}
      {isAsking && (
        <RemoveFileDialog
          caseId={openCase.id}
          attachment={attachment}
          action={removing}
          onClose={() => setIsAsking(false)}
        />
      )}
    </Box>
  );
}

/** Says which file it is about to who can't see the row. */
function FileButton(props: { readonly action: string; readonly name: string; readonly onClick: () => void }) {
  return (
    <Button
      size="small"
      sx={{ ml: -0.5 }}
      aria-label={de.cases.files.ofFile(props.action, props.name)}
      onClick={props.onClick}
    >
      {props.action}
    </Button>
  );
}
