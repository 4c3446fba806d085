import { type Booking, booking as bookingSchema } from '@amtsstube/shared/domain/appointments/appointment';
import { instantOf } from '@amtsstube/shared/domain/time';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestTown, type TestTownServer } from '../../start-server-test-town.ts';
import { openPage, type Shown, send } from '../test-browser.ts';
import {
  actionIn,
  booking,
  cookieOf,
  holdAt,
  oneCounter,
  person,
  pickTime,
  sendForm,
  timesIn,
  timesPath,
  twoCounters,
} from './test-booking.ts';

/** A Monday, 8 o'clock here. */
const monday = Date.parse('2026-11-23T07:00:00.000Z');
const tuesday = '2026-11-24';
const nine = `${tuesday}T08:00:00.000Z`;
const half = `${tuesday}T08:30:00.000Z`;
const minute = 60_000;

let town: TestTownServer;
let clock = monday;

beforeEach(async () => {
  clock = monday;
  town = await startTestTown({}, { now: () => instantOf(clock) });
});
afterEach(() => town.close());

async function booked(): Promise<readonly Booking[]> {
  const all = await town.core.store.snapshot(testTown.municipalityId, (read) =>
    read.allDocuments('appointments', '', 100),
  );
  return all.map(({ document }) => bookingSchema.parse(document));
}

describe('keeping a time', () => {
  it('[K4] the page says until when; pressed twice it is one time', async () => {
    const page = await openPage(town.url, timesPath(tuesday, twoCounters));
    const [first, second] = await Promise.all([
      pickTime(town.url, page, nine),
      pickTime(town.url, page, nine),
    ]);
    expect([first.status, second.status]).toEqual([303, 303]);
    const form = await openPage(town.url, first.headers.get('location') ?? '');
    expect(form.html).toContain('Bis 08:10 Uhr ist diese Zeit für Sie reserviert.');
    const rows = await town.core.store.snapshot(testTown.municipalityId, (read) =>
      read.allClaims(undefined, 100),
    );
    expect(new Set(rows.map(({ owner }) => owner)).size).toBe(1);
  });

  it('[K4] once more, and no third time at once for one person', async () => {
    const held = await holdAt(town.url, nine);
    const more = await sendForm(town.url, held.form, { name: 'Jürgen', _extend: '1' });
    expect(more.html).toContain('Einmal verlängert haben Sie schon');
    expect(more.html).toContain('value="Jürgen"');
    clock += 5 * minute;
    const twice = await sendForm(town.url, more, { name: 'Jürgen', _extend: '1' });
    expect([twice.status, twice.html.includes('Bis 08:10 Uhr ist diese Zeit')]).toEqual([409, true]);
    clock -= 5 * minute;
    const pick = async (at: string) => {
      const page = await fetch(town.url + timesPath(tuesday), { headers: { Cookie: held.visit } });
      return pickTime(town.url, { html: await page.text() }, at, held.visit);
    };
    expect((await pick(half.replace('08:30', '08:45'))).status).toBe(303);
    const third = await pick(half.replace('08:30', '09:30'));
    expect([third.status, third.html.includes('schon mehrere Zeiten reserviert')]).toEqual([409, true]);
    clock += 11 * minute;
    expect((await pick(half.replace('08:30', '09:30'))).status).toBe(303);
  });

  it('[K4] windows that were open before anything was kept are one person', async () => {
    const pages = [];
    for (let window = 0; window < 3; window += 1) pages.push(await openPage(town.url, timesPath(tuesday)));
    const at = ['08:00', '08:45', '09:30'].map((time) => `${tuesday}T${time}:00.000Z`);
    const first = await pickTime(town.url, pages[0] as Shown, at[0] ?? '');
    const visit = cookieOf(first);
    const second = await pickTime(town.url, pages[1] as Shown, at[1] ?? '', visit);
    expect([second.status, cookieOf(second)]).toEqual([303, visit]);
    const third = await pickTime(town.url, pages[2] as Shown, at[2] ?? '', visit);
    expect([third.status, third.html.includes('schon mehrere Zeiten reserviert')]).toEqual([409, true]);
    // pressed twice it is one, though the cookie came in between
    expect((await pickTime(town.url, pages[0] as Shown, at[0] ?? '', visit)).status).toBe(303);
  });

  it('another time instead gives up the first, and what was typed stays', async () => {
    const held = await holdAt(town.url, nine);
    const days = await sendForm(town.url, held.form, { ...person, _other: '1' });
    expect(days.html).toContain('value="Jürgen Weiß"');
    const wish = timesIn(days).find((at) => at > half) ?? '';
    const other = await sendForm(town.url, days, { ...person, _time: wish });
    expect(other.html).toContain('Mit Rollstuhl');
    expect(actionIn(other)).not.toBe(held.path);
    expect(timesIn(await openPage(town.url, timesPath(tuesday)))).toContain(nine);
    expect((await sendForm(town.url, other, person)).status).toBe(303);
    expect((await booked()).map(({ startsAt }) => startsAt)).toEqual([wish]);
  });

  it('a time somebody just took is refused with the day’s other times', async () => {
    const page = await openPage(town.url, timesPath(tuesday));
    await holdAt(town.url, nine);
    const refused = await pickTime(town.url, page, nine);
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('Diese Zeit ist gerade vergeben worden');
    expect(timesIn(refused)).not.toContain(nine);
    expect(timesIn(refused).length).toBeGreaterThan(5);
  });

  it('a ticket or a time that is none is a page that says what to do', async () => {
    const page = await openPage(town.url, timesPath(tuesday));
    expect((await pickTime(town.url, page, 'gestern')).status).toBe(400);
    const odd = await pickTime(town.url, page, `${tuesday}T08:01:00.000Z`);
    expect([odd.status, odd.html.includes('Bitte wählen Sie noch einmal eine Zeit')]).toEqual([400, true]);
    const foreign = await openPage(town.url, `${booking}/book/abc`);
    expect([foreign.status, foreign.html.includes('Diese Seite gilt nicht mehr')]).toEqual([404, true]);
    const post = await send(town.url, `${booking}/hold?leistung=${oneCounter}`, { time: nine });
    expect(post.status).toBe(400);
  });
});

describe('asking for it', () => {
  it('what is missing is said at each field, nothing typed is lost, nothing is booked', async () => {
    const held = await holdAt(town.url, nine);
    const wrong = await sendForm(town.url, held.form, { ...person, name: ' ', email: 'weiss@' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('2 Angaben fehlen noch');
    expect(wrong.html).toContain('value="weiss@"');
    expect(wrong.html).toContain('Mit Rollstuhl');
    const long = await sendForm(town.url, wrong, { ...person, remark: 'x'.repeat(501) });
    expect(long.html).toContain('auf 500 Zeichen');
    expect(await booked()).toEqual([]);
  });

  it('[S2] sent twice it is one booking, which waits for its mail and says so', async () => {
    const held = await holdAt(town.url, nine);
    const [first, second] = await Promise.all([
      sendForm(town.url, held.form, person),
      sendForm(town.url, held.form, person),
    ]);
    expect([first.status, second.status]).toEqual([303, 303]);
    const again = await sendForm(town.url, held.form, { ...person, name: 'Andere' });
    const page = await openPage(town.url, again.headers.get('location') ?? '');
    expect(page.html).toContain('Ihr Termin ist noch nicht gebucht');
    expect(page.html).toContain('weiss@example.org');
    expect(page.html).not.toContain('Weiß');
    expect(await booked()).toMatchObject([
      { state: { is: 'unconfirmed' }, visitor: { name: 'Jürgen Weiß' } },
    ]);
    // back to the form by the browser's button
    expect((await openPage(town.url, held.path)).status).toBe(303);
    // who opens the address much later learns no address
    clock += 13 * 60 * minute;
    expect((await openPage(town.url, again.headers.get('location') ?? '')).status).toBe(404);
  });

  it('[K4] what ran out and nobody took is booked all the same', async () => {
    const held = await holdAt(town.url, nine);
    clock += 20 * minute;
    expect((await openPage(town.url, held.path)).html).toContain('Die Reservierung ist abgelaufen');
    expect((await sendForm(town.url, held.form, person)).status).toBe(303);
  });

  it('what ran out and somebody took: the nearest times as buttons, the text kept, and one press books', async () => {
    const held = await holdAt(town.url, nine);
    clock += 11 * minute;
    await holdAt(town.url, nine);
    const refused = await sendForm(town.url, held.form, person);
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('Diese Zeit ist gerade vergeben worden');
    expect(refused.html).toContain('value="Jürgen Weiß"');
    const [nearest = ''] = timesIn(refused);
    expect(nearest).toBe(`${tuesday}T08:45:00.000Z`);
    const other = await sendForm(town.url, refused, { ...person, _time: nearest });
    expect([other.status, other.html.includes('für Sie reserviert')]).toEqual([200, true]);
    expect((await sendForm(town.url, other, person)).status).toBe(303);
    expect((await booked()).map(({ startsAt }) => startsAt)).toEqual([nearest]);
  });

  it('no more than three open ones of one address, however it is written; one less makes room', async () => {
    const spellings = [
      'weiss@example.org',
      'WEISS@example.org',
      'weiss+amt@Example.org',
      ' weiss@example.org',
    ];
    const at = ['08:00', '08:45', '09:30', '10:15'].map((time) => `${tuesday}T${time}:00.000Z`);
    const results = [];
    for (const [index, email] of spellings.entries()) {
      const held = await holdAt(town.url, at[index] ?? '');
      results.push(await sendForm(town.url, held.form, { ...person, email }));
    }
    expect(results.map(({ status }) => status)).toEqual([303, 303, 303, 409]);
    expect(results[3]?.html).toContain('schon mehrere Termine offen');
    expect(results[3]?.html).toContain('Mit Rollstuhl');
    // those that nobody confirmed count no longer
    clock += 31 * minute;
    expect((await sendForm(town.url, { html: results[3]?.html ?? '' }, person)).status).toBe(303);
  });

  it('two at once of one address don’t both take the last place', async () => {
    const at = ['08:00', '08:45', '09:30', '10:15'].map((time) => `${tuesday}T${time}:00.000Z`);
    const forms = [];
    for (const each of at) forms.push((await holdAt(town.url, each)).form);
    const statuses = await Promise.all(
      forms.map(async (form) => (await sendForm(town.url, form, person)).status),
    );
    expect(statuses.toSorted()).toEqual([303, 303, 303, 409]);
  });

  it('a field only programs fill in is told, and nothing is booked', async () => {
    const held = await holdAt(town.url, nine);
    const told = await sendForm(town.url, held.form, { ...person, _website: 'x' });
    expect([told.status, told.html.includes('Bitte noch einmal absenden')]).toEqual([422, true]);
    expect(await booked()).toEqual([]);
  });

  it('the cookie says nothing about anybody, and goes to these pages alone', async () => {
    const page = await openPage(town.url, timesPath(tuesday));
    const held = await pickTime(town.url, page, nine);
    const cookie = held.headers.get('set-cookie') ?? '';
    expect(cookie).toContain(`Path=${booking}`);
    expect(cookie).toContain('HttpOnly');
    expect(cookieOf(held)).toMatch(/^termin=[0-9a-f-]{36}$/);
    expect(page.headers.get('set-cookie')).toBeNull();
  });
});
