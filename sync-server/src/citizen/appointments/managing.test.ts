import { type Booking, booking } from '@amtsstube/shared/domain/appointments/appointment';
import { opId } from '@amtsstube/shared/domain/ids';
import { instantOf } from '@amtsstube/shared/domain/time';
import { annaBerger, testTown } from '@amtsstube/shared/fixtures/test-town';
import { cancelAppointment } from '@amtsstube/shared/operations/appointment/cancel-appointment';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { confirmPath, managePath } from '../../booking/appointment-links.ts';
import { actorOf } from '../../execute/actor-of.ts';
import { executeServerOperation } from '../../execute/execute.ts';
import { loadSecrets } from '../../sign-in/secrets.ts';
import { startTestTown, type TestTownServer } from '../../start-server-test-town.ts';
import { hiddenIn, openPage, send } from '../test-browser.ts';
import { createTicketSeal } from '../ticket-seal.ts';
import { holdAt, person, sendForm, timesPath } from './test-booking.ts';

const monday = Date.parse('2026-11-23T07:00:00.000Z');
const tuesday = '2026-11-24';
const nine = `${tuesday}T08:00:00.000Z`;
const ten = `${tuesday}T09:00:00.000Z`;
const minute = 60_000;

let town: TestTownServer;
let clock = monday;
let links: { readonly confirm: string; readonly manage: string };

beforeEach(async () => {
  clock = monday;
  town = await startTestTown({}, { now: () => instantOf(clock), citizenLimits: { lookUps: 60 } });
  links = await ask(nine);
});
afterEach(() => town.close());

/** Asks for an appointment; the links as its mails have them. */
async function ask(at: string, email = person.email) {
  const held = await holdAt(town.url, at);
  expect((await sendForm(town.url, held.form, { ...person, email })).status).toBe(303);
  const { tickets } = await loadSecrets(town.dataDirectory, undefined);
  const seal = createTicketSeal(Buffer.from(tickets, 'base64'));
  const { id, fence } = await bookingAt(at);
  return {
    confirm: confirmPath(seal, testTown.municipalityId, { id, fence }),
    manage: managePath(seal, testTown.municipalityId, id),
  };
}

async function bookingAt(at: string): Promise<Booking> {
  const all = await town.core.store.snapshot(testTown.municipalityId, (read) =>
    read.allDocuments('appointments', '', 100),
  );
  const found = all.map(({ document }) => booking.parse(document)).find(({ startsAt }) => startsAt === at);
  if (!found) throw new Error(`nothing at ${at}`);
  return found;
}

/** Presses the page's one button. */
async function press(path: string, page?: { readonly html: string }) {
  const { html } = page ?? (await openPage(town.url, path));
  return send(town.url, path, hiddenIn(html));
}

function timeOf(href: string): string {
  return new URL(`http://x${href}`).searchParams.get('zeit') ?? '';
}

async function confirmed(): Promise<void> {
  expect((await press(links.confirm)).status).toBe(303);
}

describe('the link of the mail', () => {
  it('[K4] opened, by whomever, confirms nothing; the button does, once, however often it is pressed', async () => {
    const page = await openPage(town.url, links.confirm);
    await openPage(town.url, links.confirm);
    expect(page.html).toContain('Dienstag, 24. November 2026, 09:00 bis 09:30 Uhr');
    expect((await bookingAt(nine)).state.is).toBe('unconfirmed');
    const [first, second] = await Promise.all([press(links.confirm, page), press(links.confirm, page)]);
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(await bookingAt(nine)).toMatchObject({ state: { is: 'booked' }, fence: 3 });
    const manage = await openPage(town.url, first.headers.get('location') ?? '');
    expect(manage.html).toContain('Der Termin ist gebucht');
    // later it leads to the appointment
    expect((await openPage(town.url, links.confirm)).headers.get('location')).toContain('/manage/');
  });

  it('too late and taken: says so, and leads to other times of the same service', async () => {
    clock += 31 * minute;
    await holdAt(town.url, nine);
    const late = await press(links.confirm);
    expect(late.status).toBe(409);
    expect(late.html).toContain('nicht mehr zu haben');
    expect(late.html).toContain('/days?leistung=gewerbe-anmelden');
  });

  it('too late and still free: counts', async () => {
    clock += 31 * minute;
    await confirmed();
    expect((await bookingAt(nine)).state.is).toBe('booked');
  });

  it('of an older state is used up; a changed one, or none, is a page that says what to do', async () => {
    const moved = await openPage(town.url, `${links.manage}/move/to?zeit=${ten}`);
    expect((await send(town.url, `${links.manage}/move/to`, hiddenIn(moved.html))).status).toBe(303);
    const used = await openPage(town.url, links.confirm);
    expect([used.status, used.html.includes('neuesten E-Mail')]).toEqual([409, true]);
    for (const path of [
      `${links.manage.slice(0, -3)}AAA`,
      links.confirm.replace('confirm', 'manage'),
      '/m/musterstadt/appointments/confirm/x',
    ]) {
      const none = await openPage(town.url, path);
      expect([none.status, none.html.includes('direkt aus der E-Mail')]).toEqual([404, true]);
    }
    // of one town only
    expect((await openPage(town.url, links.manage.replace('musterstadt', 'andere'))).status).toBe(404);
  });

  it('trying links is slowed down', async () => {
    const statuses = [];
    for (let tries = 0; tries < 62; tries += 1)
      statuses.push((await openPage(town.url, '/m/musterstadt/appointments/manage/x')).status);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('an appointment’s own page', () => {
  beforeEach(() => confirmed());

  it('says when, where and what to bring, and names nobody', async () => {
    const { html, headers } = await openPage(town.url, links.manage);
    for (const said of [
      'Dienstag, 24. November 2026',
      'Bürgerbüro 2',
      'Markt 1',
      'Eingang am Hof',
      'Gewerbe anmelden',
      '<svg viewBox',
    ])
      expect(html).toContain(said);
    for (const secret of ['Weiß', 'example.org', 'Rollstuhl'])
      expect(html.replaceAll(/<footer[\s\S]*/g, '')).not.toContain(secret);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(html).toContain('name="robots" content="noindex"');
  });

  it('has an entry for calendars that names nobody', async () => {
    const { html, headers } = await openPage(town.url, `${links.manage}/termin.ics`);
    expect(headers.get('content-type')).toContain('text/calendar');
    expect(headers.get('content-disposition')).toContain('termin.ics');
    expect(html).toContain('DTSTART:20261124T080000Z');
    expect(html).not.toContain('Weiß');
  });

  it('[K12] is moved in one step, the old time kept until then; who is second is told and keeps hers', async () => {
    const days = await openPage(town.url, `${links.manage}/move`);
    expect(days.html).toContain('Bisher: Dienstag, 24. November 2026, 09:00 bis 09:30 Uhr');
    const times = await openPage(town.url, `${links.manage}/move/times?tag=${tuesday}`);
    expect(times.html).toContain(`/move/to?zeit=${encodeURIComponent(ten)}`);
    const wish = await openPage(town.url, `${links.manage}/move/to?zeit=${ten}`);
    await holdAt(town.url, ten);
    const refused = await press(`${links.manage}/move/to`, wish);
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('Ihr bisheriger Termin gilt weiter');
    const near = [...refused.html.matchAll(/href="([^"]+move\/to\?zeit=[^"]+)"/g)]
      .map(([, href = '']) => href)
      .find((href) => timeOf(href) > ten);
    if (near === undefined) throw new Error('nothing after it');
    const other = await openPage(town.url, near);
    const [first, again] = [
      await press(`${links.manage}/move/to`, other),
      await press(`${links.manage}/move/to`, other),
    ];
    expect([first.status, again.status]).toEqual([303, 303]);
    expect((await openPage(town.url, first.headers.get('location') ?? '')).html).toContain('ist verschoben');
    expect(await bookingAt(timeOf(near))).toMatchObject({
      changeCount: 1,
    });
    // the old one cools
    expect((await openPage(town.url, timesPath(tuesday))).html).not.toContain(`value="${nine}"`);
    clock += 31 * minute;
    expect((await openPage(town.url, timesPath(tuesday))).html).toContain(`value="${nine}"`);
  });

  it('moved in another window meanwhile: nothing more happens, and it says so', async () => {
    const [one, two] = [
      await openPage(town.url, `${links.manage}/move/to?zeit=${ten}`),
      await openPage(town.url, `${links.manage}/move/to?zeit=${tuesday}T10:00:00.000Z`),
    ];
    await press(`${links.manage}/move/to`, one);
    const late = await press(`${links.manage}/move/to`, two);
    expect([late.status, late.html.includes('inzwischen geändert')]).toEqual([409, true]);
    expect((await bookingAt(ten)).changeCount).toBe(1);
  });

  it('[K12] is cancelled with a second look, and once', async () => {
    const sure = await openPage(town.url, `${links.manage}/cancel`);
    expect(sure.html).toContain('Termin wirklich absagen?');
    expect((await bookingAt(nine)).state.is).toBe('booked');
    await press(`${links.manage}/cancel`, sure);
    await press(`${links.manage}/cancel`, sure);
    expect(await bookingAt(nine)).toMatchObject({ state: { is: 'cancelled', byId: null }, fence: 4 });
    const after = await openPage(town.url, links.manage);
    expect(after.html).toContain('Der Termin ist abgesagt');
    expect(after.html).toContain('/start?leistung=gewerbe-anmelden');
    expect((await openPage(town.url, `${links.manage}/move`)).status).toBe(409);
    expect((await openPage(town.url, `${links.manage}/termin.ics`)).html).toContain('STATUS:CANCELLED');
  });

  it('cancelled by the office it says why, and leads to the booking of the same service', async () => {
    const { id } = await bookingAt(nine);
    const { result } = await executeServerOperation(
      town.core,
      testTown.municipalityId,
      {
        opId: opId.parse('office-cancels'),
        deviceId: null,
        kind: cancelAppointment.kind,
        v: cancelAppointment.v,
        payload: { appointmentId: id, reason: 'Der Schalter ist nicht besetzt.' },
        at: town.core.now(),
      },
      actorOf(annaBerger),
    );
    expect(result).toEqual({ decided: 'accepted' });
    const page = await openPage(town.url, links.manage);
    expect(page.html).toContain('Das Rathaus musste diesen Termin absagen. Bitte entschuldigen Sie.');
    expect(page.html).toContain('Der Schalter ist nicht besetzt.');
    expect(page.html).toContain('href="/m/musterstadt/appointments/start?leistung=gewerbe-anmelden"');
  });

  it('over, it can be neither moved nor cancelled', async () => {
    clock = Date.parse(ten);
    const { html } = await openPage(town.url, links.manage);
    expect(html).toContain('Dieser Termin ist vorbei');
    expect(html).not.toContain('/cancel');
    expect((await openPage(town.url, `${links.manage}/cancel`)).status).toBe(303);
    expect((await openPage(town.url, `${links.manage}/move`)).status).toBe(409);
  });

  it('speaks English to whoever asks', async () => {
    const { html } = await openPage(town.url, `${links.manage}?lang=en`);
    expect(html).toContain('Tuesday, 24 November 2026, 09:00 to 09:30');
    expect(html).toContain('lang="de">Gewerbe anmelden');
  });
});
