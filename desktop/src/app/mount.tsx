import '@fontsource-variable/source-sans-3';
import { CacheProvider } from '@emotion/react';
import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import type { AppUpdates } from './app-updates.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import type { Session } from './session.ts';
import { createStyleCache } from './style-cache.ts';
import { theme } from './theme.ts';
import { UpdateOffer } from './update-offer.tsx';

/** Puts the app on the page. The theme follows the system and stores no choice. */
export function mount(session: Session, updates: AppUpdates): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no #root');

  createRoot(root).render(
    <StrictMode>
      <CacheProvider value={createStyleCache()}>
        <ThemeProvider theme={theme} storageManager={null}>
          <CssBaseline enableColorScheme />
          <ErrorBoundary>
            <App session={session} />
            <UpdateOffer updates={updates} />
          </ErrorBoundary>
        </ThemeProvider>
      </CacheProvider>
    </StrictMode>,
  );
}
