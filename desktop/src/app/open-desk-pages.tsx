import { useLayoutEffect, useState } from 'react';
import { AdminScreen } from '../features/admin/admin-screen.tsx';
import { ServiceScreen } from '../features/admin/service/service-screen.tsx';
import { CalendarScreen } from '../features/calendar/calendar-screen.tsx';
import { CaseScreen } from '../features/cases/case-screen.tsx';
import { EntryScreen } from '../features/entry/entry-screen.tsx';
import { FeesScreen } from '../features/fees/fees-screen.tsx';
import { FiguresScreen } from '../features/figures/figures-screen.tsx';
import { DraftsNotice } from '../features/frame/drafts-notice.tsx';
import { type FrameDialog, FrameDialogs } from '../features/frame/frame-dialogs.tsx';
import { WishesNotice } from '../features/frame/wishes-notice.tsx';
import { HoursScreen } from '../features/hours/hours-screen.tsx';
import { InboxScreen } from '../features/inbox/inbox-screen.tsx';
import { LoadScreen } from '../features/inbox/load/load-screen.tsx';
import { OutageScreen } from '../features/outage/outage-screen.tsx';
import { QueueScreen } from '../features/queue/queue-screen.tsx';
import { AccountMenu } from '../features/sign-in/account-menu.tsx';
import { SignInAgain } from '../features/sign-in/sign-in-again.tsx';
import { RefusedScreen } from '../features/sync/refused-screen.tsx';
import { TasksScreen } from '../features/tasks/tasks-screen.tsx';
import { hrefOf, type Place, startPlace } from '../ui/place.ts';
import { useSeen } from '../ui/use-news.ts';
import { usePlace } from '../ui/use-place.ts';
import { IdleWarning } from './idle-warning.tsx';
import type { Session, SessionState } from './session.ts';
import { Shell } from './shell.tsx';
import { useDueFirst } from './use-due-first.ts';
import { useFreshDayPlans } from './use-fresh-day-plans.ts';
import { useIdleLock } from './use-idle-lock.ts';
import { useLineOfBrowser } from './use-line-of-browser.ts';
import { useOverdueLock } from './use-overdue-lock.ts';
import { goBackTo, useScrollMemory } from './use-scroll-memory.ts';

type Open = Extract<SessionState, { state: 'open' }>;

/** The screens of an open desk, by the place in the address. */
export function OpenDeskPages({ open, session }: { readonly open: Open; readonly session: Session }) {
  useLayoutEffect(() => {
    if (open.lastPlace) goBackTo(open.lastPlace);
  }, [open.lastPlace]);
  useDueFirst(open.lastPlace);
  useLineOfBrowser();
  useFreshDayPlans(open.desk, open.dayPlans);
  const place = usePlace();
  const [dialog, setDialog] = useState<FrameDialog>();
  const [lastList, setLastList] = useState<Place>(startPlace);
  if (place.screen === 'inbox' && hrefOf(place) !== hrefOf(lastList)) setLastList(place);
  useSeen(place.screen === 'case' ? place.caseId : undefined);
  useScrollMemory(hrefOf(place), open.placeKeeper.keep);
  const isAboutToLock = useIdleLock(session.lockIdle);
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
      banner={
        <>
          <DraftsNotice />
          <WishesNotice />
          <SignInAgain trySignIn={session.trySignIn} enrol={session.enrol} />
        </>
      }
    >
      {place.screen === 'inbox' && <InboxScreen view={place.view} saved={place.saved} />}
      {place.screen === 'case' && <CaseScreen key={place.caseId} caseId={place.caseId} from={lastList} />}
      {place.screen === 'entry' && <EntryScreen />}
      {place.screen === 'refused' && <RefusedScreen />}
      {place.screen === 'figures' && <FiguresScreen view={place.view} />}
      {place.screen === 'load' && <LoadScreen />}
      {place.screen === 'tasks' && <TasksScreen />}
      {place.screen === 'calendar' && <CalendarScreen view={place.view} on={place.on} />}
      {place.screen === 'queue' && <QueueScreen />}
      {place.screen === 'hours' && <HoursScreen counterId={place.counterId} />}
      {place.screen === 'outage' && <OutageScreen />}
      {place.screen === 'fees' && <FeesScreen />}
      {place.screen === 'admin' && <AdminScreen part={place.part} />}
      {place.screen === 'service' && (
        <ServiceScreen key={place.serviceId} serviceId={place.serviceId} view={place.view} />
      )}
      <FrameDialogs shown={dialog} show={setDialog} />
      <IdleWarning isShown={isAboutToLock} />
    </Shell>
  );
}
