import Box from '@mui/material/Box';
import GlobalStyles from '@mui/material/GlobalStyles';
import { type ReactNode, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';

interface PrintOnlyProps {
  readonly children: ReactNode;
  /** The printer's window is closed, printed or not. */
  readonly onDone: () => void;
}

/** What the printer gets instead of the screen: handed to it as soon as it is there. */
export function PrintOnly({ children, onDone }: PrintOnlyProps) {
  const done = useRef(onDone);
  done.current = onDone;
  useEffect(() => {
    const over = () => done.current();
    addEventListener('afterprint', over);
    print();
    return () => removeEventListener('afterprint', over);
  }, []);
  return createPortal(
    <Box id={sheetId} aria-hidden>
      <GlobalStyles styles={styles} />
      {children}
    </Box>,
    document.body,
  );
}

const sheetId = 'print-only';
const styles = {
  [`#${sheetId}`]: { display: 'none' },
  '@media print': {
    [`body > :not(#${sheetId})`]: { display: 'none !important' },
    [`#${sheetId}`]: { display: 'block', color: '#000', background: '#fff' },
  },
} as const;
