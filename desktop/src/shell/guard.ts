import { appOrigin, appUrl } from './shell-addresses.ts';

/** The window shows the desk and nothing else, whatever a link, a script or a dropped file asks for. */
export function mayNavigate(url: string): boolean {
  const asked = parsed(url);
  if (asked === undefined) return false;
  return `${asked.protocol}//${asked.host}` === appOrigin && asked.pathname === new URL(appUrl).pathname;
}

/** Links of the municipality's own server open in the browser of the PC; no other address, and never without TLS. */
export function mayOpenOutside(url: string, serverOrigin: string | undefined): boolean {
  const asked = parsed(url);
  if (asked === undefined || serverOrigin === undefined) return false;
  const isPlain = asked.username === '' && asked.password === '';
  return isPlain && asked.protocol === 'https:' && asked.origin === new URL(serverOrigin).origin;
}

/** Notifications, and copying out a text (never reading the clipboard). */
const granted: readonly string[] = ['notifications', 'clipboard-sanitized-write'];

/** Everything else is denied, and all of it to everybody but the desk itself. `url` is of the page that asks. */
export function mayHavePermission(permission: string, url: string): boolean {
  return granted.includes(permission) && isOurs(url);
}

/** Who sent a message: only the desk itself, as the whole page and never a frame in it. */
export interface MessageSender {
  /** `undefined` when the frame is gone. */
  readonly url: string | undefined;
  readonly isMainFrame: boolean;
  readonly isOurWindow: boolean;
}

export function isTrustedSender({ url, isMainFrame, isOurWindow }: MessageSender): boolean {
  return isOurWindow && isMainFrame && url !== undefined && mayNavigate(url);
}

function isOurs(url: string): boolean {
  const asked = parsed(url);
  return asked !== undefined && `${asked.protocol}//${asked.host}` === appOrigin;
}

function parsed(url: string): URL | undefined {
  return URL.parse(url) ?? undefined;
}
