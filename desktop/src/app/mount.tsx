import '@fontsource-variable/source-sans-3';
import { CacheProvider } from '@emotion/react';
import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import type { AppUpdates } from './app-updates.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { appearanceManager, keepDensity } from './keep-appearance.ts';
import type { Session } from './session.ts';
import { createStyleCache } from './style-cache.ts';
import { theme } from './theme.ts';
import { UpdateOffer } from './update-offer.tsx';

/** Puts the app on the page, in the colours and the density chosen on this device. */
export function mount(session: Session, updates: AppUpdates): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no #root');

  keepDensity();
  createRoot(root).render(
    <StrictMode>
      <CacheProvider value={createStyleCache()}>
        <ThemeProvider theme={theme} storageManager={appearanceManager} noSsr disableTransitionOnChange>
          <CssBaseline enableColorScheme />
          <ErrorBoundary>
            <App session={session} />
            <UpdateOffer updates={updates} session={session} />
          </ErrorBoundary>
        </ThemeProvider>
      </CacheProvider>
    </StrictMode>,
  );
}
