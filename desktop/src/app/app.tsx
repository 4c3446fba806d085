import { useState } from 'react';
import { CaseScreen } from '../features/cases/case-screen.tsx';
import { InboxScreen } from '../features/inbox/inbox-screen.tsx';
import { SignInAgain } from '../features/sign-in/sign-in-again.tsx';
import { SignInScreen } from '../features/sign-in/sign-in-screen.tsx';
import { RefusedScreen } from '../features/sync/refused-screen.tsx';
import { de } from '../texts/de.ts';
import { DeskProvider } from '../ui/desk-context.tsx';
import { BarePage, MessagePage } from '../ui/message-page.tsx';
import { hrefOf, type InboxView, startPlace } from '../ui/place.ts';
import { useObservable } from '../ui/use-observable.ts';
import { usePlace } from '../ui/use-place.ts';
import type { Session, SessionState } from './session.ts';
import { Shell } from './shell.tsx';
import { useScrollMemory } from './use-scroll-memory.ts';

interface AppProps {
  readonly session: Session;
  /** Takes along what the clerk leaves in this window (drafts, searches). */
  readonly onSignOut: () => void;
}

/** One page for each state of the session. */
export function App({ session, onSignOut }: AppProps) {
  const now = useObservable<SessionState, SessionState>(session.state$, { state: 'starting' });
  const retry = () => void session.start();
  switch (now.state) {
    case 'starting':
      return (
        <BarePage>
          <p role="status">{de.start.starting}</p>
        </BarePage>
      );
    case 'ownedElsewhere':
    case 'noStorage': {
      const { title, text, retry: label } = de.start[now.state];
      return <MessagePage key={now.state} title={title} text={text} action={{ label, perform: retry }} />;
    }
    case 'failed': {
      const { title, text, retry: label } = de.start.failed;
      return <MessagePage title={title} text={text} action={{ label, perform: retry }} detail={now.detail} />;
    }
    case 'signedOut':
      return <SignInScreen trySignIn={session.trySignIn} />;
    case 'open':
      return (
        <DeskProvider value={now}>
          <OpenDeskPages clerkName={now.who.clerk.name} session={session} onSignOut={onSignOut} />
        </DeskProvider>
      );
  }
}

function OpenDeskPages({ clerkName, session, onSignOut }: AppProps & { readonly clerkName: string }) {
  const place = usePlace();
  const [lastView, setLastView] = useState<InboxView>(
    startPlace.screen === 'inbox' ? startPlace.view : 'all',
  );
  if (place.screen === 'inbox' && place.view !== lastView) setLastView(place.view);
  useScrollMemory(hrefOf(place));
  return (
    <Shell
      place={place}
      clerkName={clerkName}
      onSignOut={onSignOut}
      banner={<SignInAgain trySignIn={session.trySignIn} />}
    >
      {place.screen === 'inbox' && <InboxScreen key={place.view} view={place.view} />}
      {place.screen === 'case' && <CaseScreen key={place.caseId} caseId={place.caseId} from={lastView} />}
      {place.screen === 'refused' && <RefusedScreen />}
    </Shell>
  );
}
