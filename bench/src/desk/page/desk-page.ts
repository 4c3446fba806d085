import { derivePasswordKey } from './derive-password-key.ts';
import { fillDesk, openAgain } from './open-again.ts';
import { openWork, workNotes } from './work-notes.ts';

/** What the benchmark asks of the page. */
const deskPage = { fillDesk, openAgain, openWork, workNotes, derivePasswordKey };

declare global {
  interface Window {
    deskPage: typeof deskPage;
  }
}

window.deskPage = deskPage;
