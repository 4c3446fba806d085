import type { Case, Dossier } from '@amtsstube/shared/domain/case';
import { letterFileName } from '@amtsstube/shared/letters/letter-file-name';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { Shown } from '../../../data/desk.ts';
import { de } from '../../../texts/de.ts';
import { Part } from '../../../ui/part.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { FileViewer } from '../viewer/file-viewer.tsx';
import { useCaseSource } from './case-source.ts';
import { makePdf, makeZip } from './make-exports.ts';
import { MakingNotice } from './making-notice.tsx';
import { ReceiptButton } from './receipt-button.tsx';
import { useMaking } from './use-making.ts';

/** The whole case to take along: as one PDF to print or keep, or as a ZIP with everything in it. Made on this device. */
export function ExportPart(props: { readonly openCase: Case; readonly dossier: Shown<Dossier> }) {
  const source = useCaseSource(props.openCase, props.dossier);
  const { state, make } = useMaking();
  const [shown, setShown] = useState<{ readonly bytes: Uint8Array; readonly name: string }>();
  const text = de.export;
  const name = letterFileName(props.openCase.fileReference, text.caseName);
  const isOff = source === undefined || state.state === 'running';

  async function pdf(use: (file: Blob) => void | Promise<void>) {
    const file = source && (await make(source, makePdf));
    if (file) await use(file);
  }

  return (
    <Part title={text.title}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button
          variant="outlined"
          disabled={isOff}
          onClick={() =>
            void pdf(async (file) => setShown({ bytes: new Uint8Array(await file.arrayBuffer()), name }))
          }
        >
          {text.look}
        </Button>
        <Button
          variant="outlined"
          disabled={isOff}
          onClick={() => void pdf((file) => saveFile(file, 'application/pdf', name))}
        >
          {text.savePdf}
        </Button>
        <Button
          variant="outlined"
          disabled={isOff}
          onClick={async () => {
            const file = source && (await make(source, makeZip));
            if (file) saveFile(file, 'application/zip', name.replace(/\.pdf$/, '.zip'));
          }}
        >
          {text.saveZip}
        </Button>
        <ReceiptButton
          openCase={props.openCase}
          dossier={props.dossier.document}
          onMade={(bytes) =>
            setShown({ bytes, name: letterFileName(props.openCase.fileReference, text.receiptName) })
          }
        />
      </Box>
      <MakingNotice state={state} />
      {shown && (
        <FileViewer
          bytes={shown.bytes}
          attachment={{ name: shown.name, mediaType: 'application/pdf' }}
          onClose={() => setShown(undefined)}
        />
      )}
    </Part>
  );
}
