import { useCallback, useEffect, useLayoutEffect, useState } from 'react';
import { AdminScreen } from '../features/admin/admin-screen.tsx';
import { CaseScreen } from '../features/cases/case-screen.tsx';
import { type FrameDialog, FrameDialogs } from '../features/frame/frame-dialogs.tsx';
import { InboxScreen } from '../features/inbox/inbox-screen.tsx';
import { AccountMenu } from '../features/sign-in/account-menu.tsx';
import { EnrolScreen } from '../features/sign-in/enrol-screen.tsx';
import { LockedScreen } from '../features/sign-in/locked-screen.tsx';
import { SignInAgain } from '../features/sign-in/sign-in-again.tsx';
import { RefusedScreen } from '../features/sync/refused-screen.tsx';
import { de } from '../texts/de.ts';
import { DeskProvider } from '../ui/desk-context.tsx';
import { BarePage, MessagePage } from '../ui/message-page.tsx';
import { hrefOf, type Place, startPlace } from '../ui/place.ts';
import { useSeen } from '../ui/use-news.ts';
import { useObservable } from '../ui/use-observable.ts';
import { usePlace } from '../ui/use-place.ts';
import type { Session, SessionState } from './session.ts';
import { Shell } from './shell.tsx';
import { useIdleLock } from './use-idle-lock.ts';
import { useOverdueLock } from './use-overdue-lock.ts';
import { goBackTo, useScrollMemory } from './use-scroll-memory.ts';

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
    case 'noStorage': {
      const { title, text, retry: label } = de.start.noStorage;
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
    case 'open':
      return (
        <DeskProvider value={now}>
          <OpenDeskPages open={now} session={session} />
        </DeskProvider>
      );
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

type Open = Extract<SessionState, { state: 'open' }>;

function OpenDeskPages({ open, session }: { readonly open: Open; readonly session: Session }) {
  useLayoutEffect(() => {
    if (open.lastPlace) goBackTo(open.lastPlace);
  }, [open.lastPlace]);
  const place = usePlace();
  const [dialog, setDialog] = useState<FrameDialog>();
  const [lastList, setLastList] = useState<Place>(startPlace);
  if (place.screen === 'inbox' && hrefOf(place) !== hrefOf(lastList)) setLastList(place);
  useSeen(place.screen === 'case' ? place.caseId : undefined);
  useScrollMemory(hrefOf(place), open.placeKeeper.keep);
  useIdleLock(() => void session.lock());
  useOverdueLock(session.lockIfOverdue);
  return (
    <Shell
      place={place}
      account={
        <AccountMenu
          name={open.who.clerk.name}
          onLock={() => void session.lock()}
          onSignOut={() => void session.signOut()}
          changePassword={session.changePassword}
          onSettings={() => setDialog('settings')}
          onShortcuts={() => setDialog('shortcuts')}
        />
      }
      banner={<SignInAgain trySignIn={session.trySignIn} enrol={session.enrol} />}
    >
      {place.screen === 'inbox' && <InboxScreen view={place.view} saved={place.saved} />}
      {place.screen === 'case' && <CaseScreen key={place.caseId} caseId={place.caseId} from={lastList} />}
      {place.screen === 'refused' && <RefusedScreen />}
      {place.screen === 'admin' && <AdminScreen part={place.part} />}
      <FrameDialogs shown={dialog} show={setDialog} />
    </Shell>
  );
}
