import NavigateBefore from '@mui/icons-material/NavigateBefore';
import NavigateNext from '@mui/icons-material/NavigateNext';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import LinearProgress from '@mui/material/LinearProgress';
import { useCallback, useState } from 'react';
import { de } from '../../../texts/de.ts';
import { type Printed, useLetterPdf } from '../../../ui/use-letter-pdf.ts';
import { PageView } from '../viewer/page-view.tsx';
import { useLastOpened } from './use-last-opened.ts';

/** The letter as it will be printed, page by page: the very PDF, not something that looks like it. */
export function LetterPreview({ printed }: { readonly printed: Printed }) {
  const { bytes, state } = useLetterPdf(printed);
  const document = useLastOpened(bytes);
  const [wanted, setWanted] = useState(1);
  const [room, setRoom] = useState<number>();
  const measure = useCallback((element: HTMLDivElement | null) => {
    if (element === null) return;
    const observer = new ResizeObserver(() => setRoom(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const text = de.letters;
  const pages = document?.pageCount ?? 1;
  const number = Math.min(wanted, pages);
  return (
    <Box component="section" aria-label={text.preview} sx={{ minWidth: 0 }}>
      {state === 'failed' && <Alert severity="error">{text.failed}</Alert>}
      <Box ref={measure} sx={{ minHeight: 120 }} data-letter={state}>
        {document === undefined && state !== 'failed' && <LinearProgress aria-label={text.making} />}
        {document && room !== undefined && (
          <PageView
            document={document}
            number={number}
            zoom="fit"
            room={room}
            label={text.previewPage(number, pages)}
            onScale={ignore}
          />
        )}
      </Box>
      {pages > 1 && (
        <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'center', gap: 1, mt: 1 }}>
          <IconButton
            size="small"
            aria-label={text.previousPage}
            disabled={number === 1}
            onClick={() => setWanted(number - 1)}
          >
            <NavigateBefore />
          </IconButton>
          {text.page(number, pages)}
          <IconButton
            size="small"
            aria-label={text.nextPage}
            disabled={number === pages}
            onClick={() => setWanted(number + 1)}
          >
            <NavigateNext />
          </IconButton>
        </Box>
      )}
    </Box>
  );
}

function ignore(): void {
  // the preview is as wide as its place
}
