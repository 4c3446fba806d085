import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { de } from '../texts/de.ts';
import { Logo } from './logo.tsx';
import { ScreenTitle } from './screen-title.tsx';

interface MessagePageProps {
  readonly title: string;
  readonly text: string;
  readonly action?: { readonly label: string; readonly perform: () => void };
  /** For support: shown as it is. */
  readonly detail?: string | undefined;
}

/** A page that says one thing and what to do about it: the app can't go on without. */
export function MessagePage({ title, text, action, detail }: MessagePageProps) {
  return (
    <BarePage>
      <ScreenTitle title={title} />
      <Typography sx={{ mt: 2 }}>{text}</Typography>
      {action && (
        <Button variant="contained" onClick={action.perform} sx={{ mt: 3 }}>
          {action.label}
        </Button>
      )}
      {detail && (
        <Box
          component="pre"
          tabIndex={0}
          sx={{ mt: 3, p: 1.5, bgcolor: 'action.hover', overflow: 'auto', fontSize: 13 }}
        >
          {detail}
        </Box>
      )}
    </BarePage>
  );
}

/** A page without the app around it: sign-in and messages at start. */
export function BarePage({ children }: { readonly children: ReactNode }) {
  return (
    <Box sx={{ minHeight: '100dvh', display: 'grid', gridTemplateRows: 'auto 1fr', px: 2 }}>
      <Box component="header" sx={{ display: 'flex', alignItems: 'center', gap: 1, py: 2, mx: { sm: 1 } }}>
        <Logo />
        <Typography component="p" sx={{ fontWeight: 650, fontSize: '1.125rem' }}>
          {de.app.name}
        </Typography>
      </Box>
      <Box
        component="main"
        sx={{ width: '100%', maxWidth: 480, mx: 'auto', pt: { xs: 3, sm: '12vh' }, pb: 6 }}
      >
        {children}
      </Box>
    </Box>
  );
}
