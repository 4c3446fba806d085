import { useCallback, useEffect } from 'react';
import { EnrolScreen } from '../features/sign-in/enrol-screen.tsx';
import { LockedScreen } from '../features/sign-in/locked-screen.tsx';
import { de } from '../texts/de.ts';
import { DeskProvider } from '../ui/desk-context.tsx';
import { BarePage, MessagePage } from '../ui/message-page.tsx';
import { useObservable } from '../ui/use-observable.ts';
import { loadedDesk } from './load-desk.ts';
import type { Session, SessionState } from './session.ts';

/** One page for each state of the session. */
export function App({ session }: { readonly session: Session }) {
  const now = useObservable<SessionState, SessionState>(session.state$, { state: 'starting' });
  const retry = useCallback(() => void session.start(), [session]);
  switch (now.state) {
    case 'starting':
      return (
        <BarePage>
          <p role="status">{de.start.starting}</p>
        </BarePage>
      );
    case 'ownedElsewhere':
      return <OwnedElsewhere retry={retry} />;
    case 'noStorage':
    case 'noRoom': {
      const { title, text, retry: label } = de.start[now.state];
      return <MessagePage key={now.state} title={title} text={text} action={{ label, perform: retry }} />;
    }
    case 'unreadable': {
      const { title, text, retry: label } = de.start[now.reason];
      return <MessagePage key={now.reason} title={title} text={text} action={{ label, perform: retry }} />;
    }
    case 'journalPutAside': {
      const { title, text, goOn: label } = de.start.journalPutAside;
      return <MessagePage title={title} text={text(now.keptAs)} action={{ label, perform: now.goOn }} />;
    }
    case 'failed': {
      const { title, text, retry: label } = de.start.failed;
      return <MessagePage title={title} text={text} action={{ label, perform: retry }} detail={now.detail} />;
    }
    case 'notEnrolled':
      return <EnrolScreen enrol={session.enrol} wasRevoked={now.wasRevoked} />;
    case 'locked':
      return (
        <LockedScreen
          municipalityName={now.municipalityName}
          clerks={now.clerks}
          deactivated={now.deactivated}
          unlock={session.unlock}
          trySignIn={session.trySignIn}
          enrol={session.enrol}
        />
      );
    case 'open': {
      const { OpenDeskPages } = loadedDesk();
      return (
        <DeskProvider value={now}>
          <OpenDeskPages open={now} session={session} />
        </DeskProvider>
      );
    }
  }
}

/** The other window may be closed, or be this one before it was loaded again: then it goes on by itself. */
function OwnedElsewhere({ retry }: { readonly retry: () => void }) {
  const { title, text, retry: label } = de.start.ownedElsewhere;
  useEffect(() => {
    const asking = setInterval(retry, 2_000);
    return () => clearInterval(asking);
  }, [retry]);
  return <MessagePage title={title} text={text} action={{ label, perform: retry }} />;
}
