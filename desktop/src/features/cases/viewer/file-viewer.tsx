import type { Attachment } from '@amtsstube/shared/domain/case';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogTitle from '@mui/material/DialogTitle';
import LinearProgress from '@mui/material/LinearProgress';
import { type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from 'react';
import { de } from '../../../texts/de.ts';
import { PrintSheet } from '../../../ui/documents/print-sheet.tsx';
import type { ShownDocument } from '../../../ui/documents/shown-document.ts';
import { usePrinting } from '../../../ui/documents/use-printing.ts';
import { saveFile } from '../../../ui/save-file.ts';
import { useIsNarrow } from '../../../ui/use-is-narrow.ts';
import { PageView } from './page-view.tsx';
import { useOpened } from './use-opened.ts';
import { ViewerToolbar } from './viewer-toolbar.tsx';
import { nextZoom, type Zoom } from './zoom.ts';

interface FileViewerProps {
  readonly bytes: Uint8Array;
  readonly attachment: Pick<Attachment, 'name' | 'mediaType'>;
  readonly onClose: () => void;
}

/** A file of a case, looked at without leaving it: PDFs page by page, pictures as they are. */
export function FileViewer({ bytes, attachment, onClose }: FileViewerProps) {
  const { name, mediaType } = attachment;
  const titleId = useId();
  const isNarrow = useIsNarrow();
  const opened = useOpened(bytes, mediaType);
  const text = de.cases.files.viewer;
  const save = () => saveFile(bytes, mediaType, name);
  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby={titleId}
      fullScreen={isNarrow}
      fullWidth
      maxWidth="lg"
      slotProps={tall}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', pr: 2 }}>
        <DialogTitle id={titleId} sx={{ flex: 1, minWidth: 0, py: 1.5, overflowWrap: 'anywhere' }}>
          {name}
        </DialogTitle>
        <Button onClick={onClose}>{de.app.close}</Button>
      </Box>
      {opened === undefined && (
        <Box sx={{ p: 3 }}>
          <LinearProgress aria-label={text.opening} />
        </Box>
      )}
      {opened?.ok === false && (
        <Alert
          severity="error"
          sx={{ m: 2 }}
          action={
            <Button color="inherit" size="small" onClick={save} sx={{ whiteSpace: 'nowrap' }}>
              {de.cases.files.save}
            </Button>
          }
        >
          {text.not[opened.because]}
        </Alert>
      )}
      {opened?.ok && <OpenedFile document={opened.document} name={name} onSave={save} />}
    </Dialog>
  );
}

function OpenedFile(props: {
  readonly document: ShownDocument;
  readonly name: string;
  readonly onSave: () => void;
}) {
  const { document, name, onSave } = props;
  const { pageCount } = document;
  const [number, setNumber] = useState(1);
  const [zoom, setZoom] = useState<Zoom>('fit');
  const [scale, setScale] = useState(1);
  const [room, setRoom] = useState<number>();
  const { printing, start, shown } = usePrinting();
  const desk = useRef<HTMLDivElement>(null);
  const text = de.cases.files.viewer;

  const measure = useCallback((element: HTMLDivElement | null) => {
    desk.current = element;
    if (element === null) return;
    element.focus();
    const observer = new ResizeObserver(() => setRoom(element.clientWidth - 2 * margin));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const turnTo = (wanted: number) => setNumber(Math.min(pageCount, Math.max(1, wanted)));
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page begins at its top
  useEffect(() => {
    desk.current?.scrollTo({ top: 0 });
  }, [number]);

  const isAtPrinter = printing.state === 'printing';
  useEffect(() => {
    // the window is hidden from the printer, and what is hidden loses the keyboard's place
    if (isAtPrinter) return () => desk.current?.focus();
    return undefined;
  }, [isAtPrinter]);

  function press(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const acts: Readonly<Record<string, () => void>> = {
      PageDown: () => turnTo(number + 1),
      PageUp: () => turnTo(number - 1),
      Home: () => turnTo(1),
      End: () => turnTo(pageCount),
      '+': () => setZoom((now) => nextZoom(scale, 'in') ?? now),
      '-': () => setZoom((now) => nextZoom(scale, 'out') ?? now),
      '0': () => setZoom('fit'),
    };
    const act = acts[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  }

  return (
    <>
      <ViewerToolbar
        number={number}
        pageCount={pageCount}
        scale={scale}
        isPrinting={printing.state === 'preparing' || printing.state === 'printing'}
        onPage={turnTo}
        onZoom={setZoom}
        onPrint={() => start(document)}
        onSave={onSave}
      />
      <Box role="status" sx={{ px: 2, '&:empty': { display: 'none' } }}>
        {printing.state === 'preparing' && text.preparing(printing.made, pageCount)}
      </Box>
      {printing.state === 'failed' && <Alert severity="error">{text.printFailed}</Alert>}
      <Box ref={measure} tabIndex={0} role="region" aria-label={text.pages} onKeyDown={press} sx={table}>
        {room !== undefined && (
          <PageView
            document={document}
            number={number}
            zoom={zoom}
            room={room}
            label={pageCount > 1 ? text.pageLabel(name, number) : name}
            onScale={setScale}
          />
        )}
      </Box>
      {printing.state === 'printing' && <PrintSheet urls={printing.urls} onShown={shown} />}
    </>
  );
}

const margin = 16;
/** Whatever is in it, the window doesn't jump from page to page. */
const tall = { paper: { sx: { height: '100%' } } } as const;
const table = {
  flex: 1,
  minHeight: 0,
  overflow: 'auto',
  p: `${margin}px`,
  bgcolor: 'action.hover',
  '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: -2 },
} as const;
