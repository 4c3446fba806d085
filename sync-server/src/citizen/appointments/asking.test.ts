import { type Booking, booking as bookingSchema } from '@amtsstube/shared/domain/appointments/appointment';
import { waiting } from '@amtsstube/shared/domain/appointments/waiting';
import { instantOf } from '@amtsstube/shared/domain/time';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { managePath } from '../../booking/appointment-links.ts';
import { offerFreeTimes } from '../../booking/waiting-list.ts';
import { loadSecrets } from '../../sign-in/secrets.ts';
import { startTestTown, type TestTownServer } from '../../start-server-test-town.ts';
import { openPage, type Shown } from '../test-browser.ts';
import { createTicketSeal } from '../ticket-seal.ts';
import { booking, oneCounter, person, pickTime, sendForm, twoCounters } from './test-booking.ts';

/** A Monday, 8 o'clock here. */
const monday = Date.parse('2026-11-23T07:00:00.000Z');
const tuesday = '2026-11-24';
const nine = `${tuesday}T08:00:00.000Z`;
const parking = 'bewohnerparkausweis-beantragen';
const car = `frage.${parking}.car`;
const kind = `frage.${parking}.kind`;
const right = `leistung=${parking}&${car}=other&${kind}=extension`;
const consent = 'Kopie vom Ausweis der Halterin oder des Halters';

let town: TestTownServer;

beforeEach(async () => {
  town = await startTestTown({}, { now: () => instantOf(monday) });
});
afterEach(() => town.close());

const start = (query: string) => openPage(town.url, `${booking}/start?${query}`);
/** What is ticked on the page, as it would be sent. */
const ticked = ({ html }: Shown) =>
  [...html.matchAll(/type="radio" id="[^"]+" name="([^"]+)" value="([^"]+)" checked/g)].map(
    ([, name, value]) => `${name}=${value}`,
  );

async function documents<C extends 'appointments' | 'waitings'>(collection: C) {
  const all = await town.core.store.snapshot(testTown.municipalityId, (read) =>
    read.allDocuments(collection, '', 100),
  );
  return all.flatMap(({ document }) => document ?? []);
}
const booked = async (): Promise<readonly Booking[]> =>
  (await documents('appointments')).map((each) => bookingSchema.parse(each));

describe('the questions before a time is chosen', () => {
  it('are asked first, each as a group of its own; a service without any asks nothing', async () => {
    const page = await start(`leistung=${parking}`);
    expect(page.status).toBe(200);
    expect(page.html).toContain('Auf wen ist das Auto zugelassen?');
    expect(page.html.match(/role="radiogroup"/g)?.length).toBe(2);
    expect(page.html).not.toContain('Freie Zeiten anzeigen');
    expect(page.html).not.toContain('noch offen');
    expect((await start(`leistung=${oneCounter}`)).html).toContain('Freie Zeiten anzeigen');
  });

  it('what isn’t answered is said, at the top and beside it, and what is answered stays', async () => {
    const page = await start(`leistung=${parking}&gefragt=1&${kind}=first`);
    expect(page.status).toBe(422);
    expect(page.html).toContain('Eine Frage ist noch offen');
    expect(page.html).toContain(`href="#${car}.me"`);
    expect(page.html.match(/Bitte wählen Sie eine Antwort aus/g)?.length).toBe(1);
    expect(ticked(page)).toEqual([`${kind}=first`]);
    const odd = await start(`leistung=${parking}&gefragt=1&${kind}=first&${car}=bus&${car}=me`);
    expect([odd.status, ticked(odd)]).toEqual([422, [`${kind}=first`]]);
  });

  it('an answer can say that no appointment is right, and what is; it can be changed there', async () => {
    const page = await start(`leistung=${parking}&gefragt=1&${car}=me&${kind}=plate`);
    expect(page.status).toBe(200);
    expect(page.html).toContain('Dafür ist dieser Termin nicht das Richtige');
    expect(page.html).toContain('der neue Ausweis kommt mit der Post');
    expect(page.html).toContain(`href="/m/${testTown.municipalityId}/services/${parking}"`);
    expect(page.html).not.toContain('/days');
    expect(ticked(page)).toEqual([`${car}=me`, `${kind}=plate`]);
    const days = await openPage(town.url, `${booking}/days?leistung=${parking}&${car}=me&${kind}=plate`);
    expect(days.status).toBe(303);
  });

  it('answered, the page says what else to bring and any hint, and leads on with the answers', async () => {
    const page = await start(`gefragt=1&${right}`);
    expect(page.html).toContain(`<li>${consent}</li>`);
    expect(page.html).toContain('den bisherigen Bewohnerparkausweis');
    expect(page.html).not.toContain('Gut zu wissen');
    expect(page.html).toContain(`href="${booking}/days?${right.replaceAll('&', '&amp;')}"`);
    const again = await start(`${right}&aendern=1`);
    expect(ticked(again)).toEqual([`${car}=other`, `${kind}=extension`]);
    const company = await start(right.replace('other', 'company'));
    expect(company.html).toContain('Mietwagen bekommen keinen Bewohnerparkausweis');
  });

  it('several services ask each for itself', async () => {
    const page = await start(`leistung=${parking}&leistung=${twoCounters}`);
    expect(page.html).toContain('<h2 class="kern-heading-small">Bewohnerparkausweis beantragen</h2>');
    expect(page.html).not.toContain('<h2 class="kern-heading-small">Fischereischein');
    const prepared = await start(`leistung=${twoCounters}&gefragt=1&${right}`);
    expect(prepared.html).toContain(consent);
    expect(prepared.html).toContain('Zeugnis der Fischerprüfung');
  });

  it('the frame speaks English, the questions stay German', async () => {
    const page = await start(`leistung=${parking}&gefragt=1&lang=en`);
    expect(page.html).toContain('2 questions are still open');
    expect(page.html).toContain('<span lang="de">Auf wen ist das Auto zugelassen?</span>');
  });

  it.each(['days', 'times', 'wait'])('who comes to /%s without them is led there', async (step) => {
    const page = await openPage(town.url, `${booking}/${step}?leistung=${parking}&${car}=me&tag=${tuesday}`);
    expect([page.status, page.headers.get('location')]).toEqual([
      303,
      `${booking}/start?leistung=${parking}&${car}=me`,
    ]);
    const answered = await openPage(town.url, `${booking}/${step}?${right}&tag=${tuesday}`);
    expect(answered.status).toBe(200);
  });

  it('no time is kept for who hasn’t answered', async () => {
    const times = await openPage(town.url, `${booking}/times?${right}&tag=${tuesday}`);
    const html = times.html.replaceAll(`&amp;${car}=other`, '');
    const held = await pickTime(town.url, { html }, nine);
    expect([held.status, held.headers.get('location')]).toEqual([
      303,
      `${booking}/start?leistung=${parking}&${kind}=extension`,
    ]);
  });
});

describe('the answers', () => {
  const given = [
    {
      serviceId: parking,
      asks: 'Auf wen ist das Auto zugelassen?',
      says: 'Auf eine andere Person',
      bring: [consent],
    },
    {
      serviceId: parking,
      asks: 'Was brauchen Sie?',
      says: 'Eine Verlängerung',
      bring: ['den bisherigen Bewohnerparkausweis'],
    },
  ];

  it('arrive with the booking, also at another time, and its page says what they add', async () => {
    const times = await openPage(town.url, `${booking}/times?${right}&tag=${tuesday}`);
    const held = await pickTime(town.url, times, nine);
    const form = await openPage(town.url, held.headers.get('location') ?? '');
    const other = await sendForm(town.url, form, { ...person, _time: `${tuesday}T09:00:00.000Z` });
    expect((await sendForm(town.url, other, person)).status).toBe(303);
    const [one] = await booked();
    expect(one?.answers).toEqual(given);
    const { tickets } = await loadSecrets(town.dataDirectory, undefined);
    const seal = createTicketSeal(Buffer.from(tickets, 'base64'));
    const page = await openPage(
      town.url,
      managePath(seal, testTown.municipalityId, one?.id as Booking['id']),
    );
    expect(page.html).toContain(`<li>${consent}</li>`);
    expect(page.html).not.toContain('Auf eine andere Person');
  });

  it('wait on the list, and are there with the time that is offered', async () => {
    const form = await openPage(town.url, `${booking}/wait?${right}`);
    const sent = { first: '24.11.2026', last: '26.11.2026', name: person.name, email: person.email };
    expect((await sendForm(town.url, form, sent)).status).toBe(303);
    const [entry] = await documents('waitings');
    expect(waiting.parse(entry).answers).toHaveLength(2);
    await offerFreeTimes(town.core, testTown.municipalityId, () => false);
    expect((await booked()).map(({ answers }) => answers)).toEqual([given]);
  });
});
