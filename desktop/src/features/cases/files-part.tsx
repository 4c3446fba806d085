import type { BlobHash } from '@amtsstube/shared/domain/blob';
import type { Case, Dossier } from '@amtsstube/shared/domain/case';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type DragEvent, useState } from 'react';
import { NEVER } from 'rxjs';
import type { BlobState } from '../../data/desk.ts';
import { de } from '../../texts/de.ts';
import { ActionNotice } from '../../ui/action-notice.tsx';
import { whyImpossible } from '../../ui/case-actions.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { Part } from '../../ui/part.tsx';
import { useAction } from '../../ui/use-action.ts';
import { useObservable } from '../../ui/use-observable.ts';
import { AddFiles } from './add-files.tsx';
import { FileRow } from './file-row.tsx';
import { useAddFiles } from './use-add-files.ts';

const noStates: ReadonlyMap<BlobHash, BlobState> = new Map();

/** The files of a case: where each is, opening them, and adding more by button or by dragging them here. */
export function FilesPart({ openCase, dossier }: { readonly openCase: Case; readonly dossier: Dossier }) {
  const { desk } = useDesk();
  const states = useObservable(desk.files?.states$ ?? NEVER, noStates);
  const adding = useAddFiles(openCase.id);
  const removing = useAction();
  const [isOver, setIsOver] = useState(false);
  const impossible = whyImpossible(desk.actor, 'note', openCase);
  const attachments = dossier.attachments ?? [];
  if (desk.files === undefined) return null;

  const takesFiles = (event: DragEvent) =>
    impossible === undefined && event.dataTransfer.types.includes('Files');

  return (
    <Box
      onDragOver={(event) => {
        if (!takesFiles(event)) return;
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setIsOver(false);
      }}
      onDrop={(event) => {
        if (!takesFiles(event)) return;
        event.preventDefault();
        setIsOver(false);
        void adding.add([...event.dataTransfer.files]);
      }}
      sx={isOver ? over : undefined}
    >
      <Part title={de.cases.files.title}>
        {attachments.length === 0 && <Typography color="textSecondary">{de.cases.files.none}</Typography>}
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {attachments.map((attachment) => (
            <FileRow
              key={attachment.hash}
              openCase={openCase}
              attachment={attachment}
              state={states.get(attachment.hash)}
              removing={removing}
            />
          ))}
        </Box>
        <ActionNotice state={removing.state} />
        <AddFiles adding={adding} impossible={impossible} isOver={isOver} />
      </Part>
    </Box>
  );
}

const over = {
  outline: '2px dashed',
  outlineColor: 'primary.main',
  outlineOffset: 8,
  borderRadius: 1,
} as const;
