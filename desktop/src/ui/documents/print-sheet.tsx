import Box from '@mui/material/Box';
import GlobalStyles from '@mui/material/GlobalStyles';
import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';

/** What the printer gets instead of the screen: the pages, each on a sheet of its own. */
export function PrintSheet(props: { readonly urls: readonly string[]; readonly onShown: () => void }) {
  const { urls, onShown } = props;
  const sheet = useRef<HTMLDivElement>(null);
  const shown = useRef(onShown);
  shown.current = onShown;
  useEffect(() => {
    let isThere = true;
    const pictures = [...(sheet.current?.querySelectorAll('img') ?? [])];
    // what isn't decoded yet would be an empty sheet
    void Promise.allSettled(pictures.map((picture) => picture.decode())).then(() => {
      if (isThere) shown.current();
    });
    return () => {
      isThere = false;
    };
  }, []);
  return createPortal(
    <Box ref={sheet} id={sheetId} aria-hidden>
      <GlobalStyles styles={styles} />
      {urls.map((url) => (
        <img key={url} src={url} alt="" />
      ))}
    </Box>,
    document.body,
  );
}

const sheetId = 'print-sheet';
const styles = {
  [`#${sheetId}`]: { display: 'none' },
  '@media print': {
    [`body > :not(#${sheetId})`]: { display: 'none !important' },
    [`#${sheetId}`]: { display: 'block' },
    [`#${sheetId} img`]: {
      display: 'block',
      width: '100%',
      height: '100vh',
      objectFit: 'contain',
      breakAfter: 'page',
    },
    '@page': { margin: 0 },
  },
} as const;
