import type { Attachment } from '@amtsstube/shared/domain/case';
import type { CaseId } from '@amtsstube/shared/domain/ids';
import { formatInstant } from '@amtsstube/shared/domain/time';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { BlobState } from '../../data/desk.ts';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { useNameOf } from '../../ui/names.ts';
import { fileStateWords } from './file-state-words.ts';
import { PictureDialog } from './picture-dialog.tsx';
import { saveFile } from './save-file.ts';

/** One file: what it is, where it is, and what can be done with it from here. */
export function FileRow({
  caseId,
  attachment,
  state,
}: {
  readonly caseId: CaseId;
  readonly attachment: Attachment;
  readonly state: BlobState | undefined;
}) {
  const { desk } = useDesk();
  const nameOf = useNameOf();
  const [shown, setShown] = useState<Uint8Array | undefined>();
  const [isMissing, setIsMissing] = useState(false);
  const { hash, name, size, mediaType, addedBy, addedAt, withheld } = attachment;
  const text = de.cases.files;
  const by = addedBy === null ? text.applicant : nameOf(addedBy);
  const isHere = state?.state === 'here' && withheld === undefined;
  const isPicture = mediaType === 'image/png' || mediaType === 'image/jpeg';

  async function withBytes(use: (bytes: Uint8Array) => void) {
    const bytes = await desk.files?.read(hash);
    setIsMissing(bytes === undefined);
    if (bytes !== undefined) use(bytes);
    else desk.files?.fetch({ caseId, hash, name, size });
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
        {isHere && isPicture && (
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
            onClick={() => desk.files?.fetch({ caseId, hash, name, size })}
          />
        )}
      </Box>
      {withheld !== undefined && (
        <Alert severity={withheld === 'infected' ? 'error' : 'info'}>{text.withheld[withheld].means}</Alert>
      )}
      {isMissing && !isHere && <Alert severity="warning">{text.missing(name)}</Alert>}
      {shown && (
        <PictureDialog bytes={shown} mediaType={mediaType} name={name} onClose={() => setShown(undefined)} />
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
