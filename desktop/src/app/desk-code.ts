/** What is needed only once a clerk is let in; the field for her password doesn't wait for it (`loadDesk`). */
export { clearUnreadable, openDesk, prepareToOpenDesk, putJournalsAside } from '../data/open-desk.ts';
export { handOverOwn, keepColleaguesGoing } from './colleagues.ts';
export { OpenDeskPages } from './open-desk-pages.tsx';
