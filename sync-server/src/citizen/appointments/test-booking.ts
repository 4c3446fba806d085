import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { hiddenIn, openPage, type Shown, send, ticketIn } from '../test-browser.ts';

/** For tests: what a browser without a script does on the pages of appointments. */
export const booking = `/m/${testTown.municipalityId}/appointments`;
/** One counter has it. */
export const oneCounter = 'gewerbe-anmelden';
export const twoCounters = 'fischereischein-beantragen';

export const person = { name: 'Jürgen Weiß', email: 'weiss@example.org', phone: '', remark: 'Mit Rollstuhl' };

export function timesPath(day: string, service = oneCounter): string {
  return `${booking}/times?leistung=${service}&tag=${day}`;
}

/** Presses a time on a page of times. @param visit the cookie of an earlier page */
export async function pickTime(
  url: string,
  page: Pick<Shown, 'html'>,
  startsAt: string,
  visit?: string,
): Promise<Shown> {
  const action = /action="([^"]+\/hold[^"]*)"/.exec(page.html)?.[1] ?? '';
  const headers = visit === undefined ? undefined : { Cookie: visit };
  return send(
    url,
    action.replaceAll('&amp;', '&'),
    { _ticket: ticketIn(page.html), time: startsAt },
    headers,
  );
}

/** The form for a time that is kept now. */
export async function holdAt(url: string, startsAt: string, service = oneCounter): Promise<Held> {
  const page = await openPage(url, timesPath(startsAt.slice(0, 10), service));
  const held = await pickTime(url, page, startsAt);
  const path = held.headers.get('location') ?? '';
  return { path, visit: cookieOf(held), form: await openPage(url, path) };
}

export interface Held {
  readonly path: string;
  readonly visit: string;
  readonly form: Shown;
}

export function cookieOf({ headers }: Shown): string {
  return (headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

/** Where the page's form is sent. */
export function actionIn({ html }: Pick<Shown, 'html'>): string {
  const action = /<form class="application-form" method="post" action="([^"]+)"/.exec(html)?.[1] ?? '';
  return action.replaceAll('&amp;', '&');
}

/** Sends the form of a page with these texts, and what the page holds beside them. */
export function sendForm(
  url: string,
  page: Pick<Shown, 'html'>,
  fields: Readonly<Record<string, string>>,
  headers?: Readonly<Record<string, string>>,
): Promise<Shown> {
  return send(url, actionIn(page), { ...hiddenIn(page.html), ...fields }, headers);
}

/** The times a page offers as buttons or links, as instants. */
export function timesIn({ html }: Pick<Shown, 'html'>): string[] {
  return [...html.matchAll(/time-button" type="submit" name="_?time" value="([^"]+)"/g)].map(
    ([, at = '']) => at,
  );
}
