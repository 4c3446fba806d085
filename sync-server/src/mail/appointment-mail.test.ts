import { randomBytes, randomUUID } from 'node:crypto';
import { checkInCode } from '@amtsstube/shared/domain/appointments/check-in-code';
import type { Clerk } from '@amtsstube/shared/domain/clerk';
import { appointmentId, opId } from '@amtsstube/shared/domain/ids';
import { type Instant, instant, instantOf, millisecondsOf } from '@amtsstube/shared/domain/time';
import { annaBerger, testTown } from '@amtsstube/shared/fixtures/test-town';
import ICAL from 'ical.js';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holdMails } from '../backup/held-mails.ts';
import { openConfirmLink, openManageLink } from '../booking/appointment-links.ts';
import { createTicketSeal } from '../citizen/ticket-seal.ts';
import { actorOf } from '../execute/actor-of.ts';
import { executeServerOperation } from '../execute/execute.ts';
import { startTestTown, type TestTownServer } from '../start-server-test-town.ts';
import type { Store } from '../store/store.ts';
import { smtpMailer } from './mailer.ts';
import { createOutboxPerformer } from './outbox-performer.ts';
import { openPostOffice, type PostOffice } from './test-post-office.ts';

const { municipalityId, serviceId } = testTown;
const seal = createTicketSeal(randomBytes(32));
const counterId = 'buergerbuero-1';
/** A Friday at nine o'clock in Musterstadt, and the Tuesday that is booked. */
const friday = instant.parse('2026-11-20T08:00:00.000Z');
const nine = instant.parse('2026-11-24T08:00:00.000Z');
const ten = instant.parse('2026-11-24T09:00:00.000Z');
const hour = 60 * 60 * 1000;

let office: PostOffice;
let town: TestTownServer;
let clock: number;

beforeEach(async () => {
  office = await openPostOffice();
  clock = millisecondsOf(friday);
  town = await startTestTown({}, { now: () => instantOf(clock) });
});
afterEach(async () => {
  await town.close();
  await office.close();
});

const pass = (minutes: number) => {
  clock += minutes * 60_000;
};
const at = (moment: string) => {
  clock = millisecondsOf(instant.parse(moment));
};

async function act(kind: string, payload: object, who: Clerk | 'citizen' = 'citizen'): Promise<void> {
  const operation = {
    opId: opId.parse(`test.${randomUUID()}`),
    deviceId: null,
    kind,
    v: 1,
    payload: { appointmentId: 't-1', ...payload },
    at: town.core.now(),
  };
  const actor = who === 'citizen' ? ({ kind: 'citizen' } as const) : actorOf(who);
  const { result } = await executeServerOperation(town.core, municipalityId, operation, actor);
  expect(result).toEqual({ decided: 'accepted' });
}

const visitor = { name: 'Jörg Müßig', email: 'joerg@example.org', phone: '' };
const wished = (startsAt: Instant) => ({ serviceIds: [serviceId], counterId, startsAt });
const request = (language = 'de') =>
  act('requestBooking', { hold: null, ...wished(nine), visitor, remark: '', language });
const confirm = (fence = 1) => act('confirmBooking', { counterId, startsAt: nine, fence });
const bookedByClerk = (changed: object = {}) =>
  act(
    'bookByClerk',
    { ...wished(nine), visitor, remark: '', language: 'de', way: 'phone', caseId: null, ...changed },
    annaBerger,
  );
const move = (from: Instant, to: Instant, who: Clerk | 'citizen' = annaBerger) =>
  act(
    'moveAppointment',
    { serviceIds: [serviceId], from: { counterId, startsAt: from }, to: { counterId, startsAt: to } },
    who,
  );
const cancel = (reason = '', who: Clerk | 'citizen' = annaBerger) =>
  act('cancelAppointment', { reason }, who);

/** One run of the outbox. @returns what came in by it */
async function send(store: Store = town.core.store) {
  const before = office.received.length;
  await createOutboxPerformer({
    store,
    mailer: smtpMailer(office.url),
    origin: { publicUrl: 'https://amt.example', from: undefined, seal },
    log: pino({ level: 'silent' }),
    now: town.core.now,
  }).run();
  return office.received.slice(before);
}
type Mail = Awaited<ReturnType<typeof send>>[number];

const waiting = () =>
  town.core.store.snapshot(municipalityId, (read) =>
    read.dueEffects(instant.parse('9999-01-01T00:00:00.000Z'), 100),
  );

/** The link that leads to this page. */
const linkIn = (mail: Mail | undefined, page: 'manage' | 'confirm') =>
  new RegExp(`https://amt\\.example/m/musterstadt/appointments/${page}/([\\w-]+)`).exec(
    mail?.text ?? '',
  )?.[1] ?? '';

/** What a foreign program reads in the calendar part. */
function calendarIn(mail: Mail | undefined) {
  const part = mail?.attachments.find(({ contentType }) => /calendar|ics/.test(contentType));
  if (!part) return undefined;
  const calendar = new ICAL.Component(ICAL.parse(part.content.toString('utf8')));
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: event.uid,
    sequence: event.sequence,
    startsAt: event.startDate.toJSDate().toISOString(),
  };
}

describe('the mails of a citizen’s booking', () => {
  it('[S10] ask first, say that it isn’t booked and until when, and confirm with the calendar entry', async () => {
    await request();
    const [asked, ...others] = await send();
    expect(others).toEqual([]);
    expect(asked?.subject).toBe('Bitte bestätigen Sie Ihren Termin');
    expect(asked?.text).toContain('noch nicht gebucht');
    expect(asked?.text).toContain('bis Freitag, 20. November 2026, 09:30 Uhr');
    expect(asked?.text).toContain('Dienstag, 24. November 2026, 09:00 bis 09:15 Uhr');
    expect(calendarIn(asked)).toBeUndefined();
    expect(openConfirmLink(seal, municipalityId, linkIn(asked, 'confirm'))?.fence).toBe(1);

    await confirm();
    const [booked] = await send();
    expect(booked?.subject).toBe('Ihr Termin: Dienstag, 24. November 2026, 09:00 bis 09:15 Uhr');
    expect(booked?.text).toContain('Bitte mitbringen:\n- ');
    expect(booked?.text).toMatch(
      /Wo:\n- Bürgerbüro.*1\n- Musterstadt \(Altmark\)\n- Markt 1\n- \d{5} Musterstadt/,
    );
    expect(openManageLink(seal, municipalityId, linkIn(booked, 'manage'))).toBe('t-1');
    expect(calendarIn(booked)).toMatchObject({ method: 'REQUEST', sequence: 0, startsAt: nine });
    expect(booked?.html).toContain('<h2>Wann</h2>');
    expect(booked?.to).toMatchObject({ text: 'joerg@example.org' });
  });

  it('[S10] of an older state aren’t sent any more: confirmed before its mail went, she gets one', async () => {
    await request();
    await confirm();
    expect((await send()).map(({ subject }) => subject?.slice(0, 11))).toEqual(['Ihr Termin:']);
  });

  it('are in English for whoever booked in English, and so are their links', async () => {
    await request('en');
    const [asked] = await send();
    expect(asked?.subject).toBe('Please confirm your appointment');
    expect(asked?.text).toContain('Tuesday, 24 November 2026, 09:00 to 09:15');
    expect(asked?.text).toMatch(/\/confirm\/[\w-]+\?lang=en\n/);
    expect(`${asked?.text}${asked?.html}`).not.toMatch(/Guten Tag|Uhr|Wann/);
  });

  it('[S10] a crash between sending and noting it: sent again with the same Message-ID', async () => {
    await bookedByClerk();
    const crashing: Store = { ...town.core.store, transact: () => Promise.reject(new Error('crashed')) };
    const [first] = await send(crashing);
    const [second] = await send();
    expect(second?.messageId).toBe(first?.messageId);
    expect(second?.messageId).toMatch(/^<musterstadt\.\d+\.0@amt\.example>$/);
    expect(await send()).toEqual([]);
  });
});

describe('the mails of a change', () => {
  it('by the citizen say the old and the new time at once, and put the entry to the new one', async () => {
    await bookedByClerk();
    const [booked] = await send();
    await move(nine, ten, 'citizen');
    const [moved, ...others] = await send();
    expect(others).toEqual([]);
    expect(moved?.subject).toBe('Ihr Termin ist jetzt: Dienstag, 24. November 2026, 10:00 bis 10:15 Uhr');
    expect(moved?.text).toContain('Sie haben Ihren Termin verschoben.');
    expect(moved?.text).not.toContain('Entschuldigung');
    expect(moved?.text).toContain('Er war vorher: Dienstag, 24. November 2026, 09:00 bis 09:15 Uhr.');
    expect(calendarIn(moved)).toEqual({
      ...calendarIn(booked),
      sequence: 1,
      startsAt: ten,
    });
  });

  it('by a clerk apologise, and go a little later, once, with what the person knew', async () => {
    await bookedByClerk();
    await send();
    await move(nine, ten);
    expect(await send()).toEqual([]);
    pass(2);
    await move(ten, instant.parse('2026-11-24T09:30:00.000Z'));
    pass(2);
    expect(await send()).toEqual([]);
    pass(2);
    const [moved, ...others] = await send();
    expect(others).toEqual([]);
    expect(moved?.text).toContain('vorher: Dienstag, 24. November 2026, 09:00 bis');
    expect(moved?.subject).toContain('Wir mussten Ihren Termin verschieben');
    expect(moved?.subject).toContain('10:30 bis');
    expect(moved?.text).toContain('bitten Sie um Entschuldigung');
    expect(calendarIn(moved)).toMatchObject({ method: 'REQUEST', sequence: 2 });
  });

  it('by a clerk are in English for whoever booked in English', async () => {
    await bookedByClerk({ language: 'en' });
    await send();
    await move(nine, ten);
    pass(4);
    const [moved] = await send();
    expect(moved?.subject).toContain('We had to move your appointment: Tuesday, 24 November 2026, 10:00');
    expect(moved?.text).toContain('We apologise.');
    expect(moved?.text).toContain('Before, it was: Tuesday, 24 November 2026, 09:00');
  });

  it('that a clerk takes back at once are told to nobody', async () => {
    await bookedByClerk();
    await send();
    await move(nine, ten);
    pass(1);
    await move(ten, nine);
    pass(60);
    expect(await send()).toEqual([]);
    // and the next move is told as ever
    await move(nine, ten);
    pass(4);
    expect(await send()).toHaveLength(1);
  });

  it('of what isn’t confirmed yet bring another link to confirm', async () => {
    await request();
    await send();
    await move(nine, ten);
    const [asked] = await send();
    expect(asked?.text).toContain('10:00 bis 10:15 Uhr');
    expect(openConfirmLink(seal, municipalityId, linkIn(asked, 'confirm'))?.fence).toBe(2);
  });
});

describe('the mails of a cancellation', () => {
  it('by the office apologise, give the reason, lead to new times, and take the entry out', async () => {
    await bookedByClerk();
    const [booked] = await send();
    await cancel('Frau Berger ist krank.');
    const [cancelled] = await send();
    expect(cancelled?.subject).toBe('Ihr Termin muss leider ausfallen');
    expect(cancelled?.text).toContain('Der Grund: Frau Berger ist krank.');
    expect(cancelled?.text).toContain('Entschuldigung');
    expect(cancelled?.text).toContain(
      `https://amt.example/m/musterstadt/appointments/start?leistung=${serviceId}\n`,
    );
    expect(calendarIn(cancelled)).toEqual({ ...calendarIn(booked), method: 'CANCEL', sequence: 1 });
  });

  it('lead to the same services in her language', async () => {
    await bookedByClerk({ language: 'en' });
    await send();
    await cancel();
    const [cancelled] = await send();
    expect(cancelled?.text).toContain(`/appointments/start?leistung=${serviceId}&lang=en\n`);
  });

  it('by the citizen confirm it; of a request never confirmed, and of what is over, none is sent', async () => {
    await bookedByClerk();
    await send();
    await cancel('', 'citizen');
    expect((await send()).map(({ subject }) => subject)).toEqual(['Ihr Termin ist abgesagt']);
    await act('requestBooking', {
      appointmentId: 't-2',
      hold: null,
      ...wished(ten),
      visitor,
      remark: '',
      language: 'de',
    });
    await send();
    await act('cancelAppointment', { appointmentId: 't-2', reason: '' });
    expect(await send()).toEqual([]);
    await act(
      'bookByClerk',
      {
        appointmentId: 't-3',
        ...wished(ten),
        startsAt: instant.parse('2026-11-24T10:00:00.000Z'),
        visitor,
        remark: '',
        language: 'de',
        way: 'phone',
        caseId: null,
      },
      annaBerger,
    );
    await send();
    at('2026-11-25T08:00:00.000Z');
    await act('cancelAppointment', { appointmentId: 't-3', reason: '' }, annaBerger);
    expect(await send()).toEqual([]);
  });

  it('name the time she knows, where a move before it was never told', async () => {
    await bookedByClerk();
    await send();
    await move(nine, ten);
    await cancel();
    const [cancelled] = await send();
    expect(cancelled?.text).toContain('ausfallen: Dienstag, 24. November 2026, 09:00 bis');
  });

  it('aren’t written where nobody left an address', async () => {
    await bookedByClerk({ visitor: { ...visitor, email: null } });
    await move(nine, ten);
    await cancel();
    expect(await waiting()).toEqual([]);
  });
});

describe('[K11] the mail about a wish', () => {
  const note = (appointmentId: string, language = 'de') => {
    const { counterId: counter, startsAt } = wished(nine);
    const wishes = [{ counterId: counter, startsAt }];
    const wish = { serviceIds: [serviceId], wishes, untilOn: '2026-11-24', elsewhereToo: true };
    const who = { visitor, remark: '', language, way: 'phone', caseId: null };
    return act('noteWish', { taskId: `wunsch-${appointmentId}`, appointmentId, ...wish, ...who }, annaBerger);
  };

  it('says that it is booked; where it is another time, apologises and names both, and where it is', async () => {
    await note('w-1');
    const [asWished] = await send();
    expect(asWished?.subject).toBe('Ihr Termin: Dienstag, 24. November 2026, 09:00 bis 09:15 Uhr');
    expect(asWished?.text).not.toContain('Entschuldigung');
    await note('w-2');
    const [instead] = await send();
    expect(instead?.subject).toMatch(/^Ihr Termin zu einer anderen Zeit: Dienstag, 24\. November 2026, /);
    expect(instead?.text).toContain(
      'frei: Dienstag, 24. November 2026, 09:00 bis 09:15 Uhr. Wir bitten Sie um Ent',
    );
    expect(instead?.text).toMatch(/Wo:\n- Bürgerbüro/);
    expect(calendarIn(instead)).toMatchObject({ method: 'REQUEST', sequence: 0 });
    await note('w-3', 'en');
    const [english] = await send();
    expect(english?.text).toContain('We apologise.');
    expect(`${english?.text}`).not.toMatch(/Guten Tag|Uhr|Entschuldigung/);
  });
});

describe('[K13] the code to check in with', () => {
  const code = checkInCode(appointmentId.parse('t-1'));

  it('is in the mails of a booked and of a moved appointment, and in the reminder; in none before it is booked', async () => {
    await request();
    const [asked] = await send();
    expect(asked?.text).not.toContain(code);
    await confirm();
    const said = `Ihr Code für die Anmeldung im Amt:\n- ${code}\n`;
    expect((await send())[0]?.text).toContain(said);
    await move(nine, ten, 'citizen');
    expect((await send())[0]?.text).toContain(said);
    at('2026-11-23T16:00:00.000Z');
    const [reminder] = await send();
    expect(reminder?.subject).toMatch(/^Erinnerung/);
    expect(reminder?.text).toContain(said);
    expect(reminder?.html).toContain(code);
  });

  it('is said in English to whoever booked in English, and to nobody whose appointment is cancelled', async () => {
    await bookedByClerk({ language: 'en' });
    expect((await send())[0]?.text).toContain(`Your code for checking in at the town hall:\n- ${code}\n`);
    await cancel();
    expect((await send())[0]?.text).not.toContain(code);
  });
});

describe('the reminder', () => {
  const reminders = (mails: readonly Mail[]) =>
    mails
      .filter(({ subject }) => subject?.startsWith('Erinnerung'))
      .map(({ subject }) => subject?.slice(-28));

  it('goes on the day before at 17 o’clock, not before, and once', async () => {
    await bookedByClerk();
    await send();
    at('2026-11-23T15:59:59.000Z');
    expect(await send()).toEqual([]);
    at('2026-11-23T16:00:00.000Z');
    const mails = await send();
    expect(reminders(mails)).toEqual([' November 2026, 09:00 bis 09:15 Uhr'.slice(-28)]);
    expect(mails[0]?.text).toContain('Bitte mitbringen:');
    clock += hour;
    expect(await send()).toEqual([]);
    expect(await waiting()).toEqual([]);
  });

  it('isn’t sent for what is booked after that moment', async () => {
    at('2026-11-23T16:00:00.000Z');
    await bookedByClerk();
    await send();
    expect(await waiting()).toEqual([]);
  });

  it('is of the time it was moved to, and of none where it was cancelled', async () => {
    await bookedByClerk();
    await move(nine, ten, 'citizen');
    await move(ten, nine, 'citizen');
    await move(nine, ten, 'citizen');
    await send();
    at('2026-11-23T16:00:00.000Z');
    expect(reminders(await send())).toEqual([' November 2026, 10:00 bis 10:15 Uhr'.slice(-28)]);
    await bookedByClerk({ appointmentId: 't-2', startsAt: instant.parse('2026-11-26T09:00:00.000Z') });
    await act('cancelAppointment', { appointmentId: 't-2', reason: '' }, annaBerger);
    await send();
    at('2026-11-25T16:00:00.000Z');
    expect(await send()).toEqual([]);
  });

  it('is not sent any more where the mail server came back after the appointment', async () => {
    await bookedByClerk();
    await send();
    at('2026-11-24T08:00:00.000Z');
    expect(await send()).toEqual([]);
    expect(await waiting()).toEqual([]);
  });

  it('waits in a restored database for its time, since it went nowhere; one that was due is held', async () => {
    await bookedByClerk();
    await town.core.store.transact(municipalityId, (tx) => holdMails(tx, town.core.now()));
    expect(await send()).toEqual([]);
    at('2026-11-23T16:00:00.000Z');
    const store = town.core.store;
    expect(await store.transact(municipalityId, (tx) => holdMails(tx, town.core.now()))).toBe(2);
    expect(await send()).toEqual([]);
  });

  it('keeps its hour where the clocks change that day', async () => {
    at('2026-10-20T08:00:00.000Z');
    // that Sunday has 25 hours: its 17 o'clock is 16:00 UTC, where Saturday's was 15:00
    await bookedByClerk({ startsAt: instant.parse('2026-10-26T08:00:00.000Z') });
    expect((await waiting()).map(({ dueAt }) => dueAt)).toContain('2026-10-25T16:00:00.000Z');
  });
});
