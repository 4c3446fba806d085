import { fromEvent, NEVER, type Observable } from 'rxjs';

/**
 * Each time the browser (Electron's, too) finds a network after there was none. It may be wrong, so it is a reason to
 * ask at once, and nothing more; a line that is lost further away it doesn't notice at all.
 */
export function wentOnline(): Observable<unknown> {
  // in Node's tests there is no window
  return typeof addEventListener === 'function' ? fromEvent(window, 'online') : NEVER;
}
