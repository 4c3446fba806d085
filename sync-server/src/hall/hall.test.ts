import { randomUUID } from 'node:crypto';
import { checkInCode } from '@amtsstube/shared/domain/appointments/check-in-code';
import { appointmentId, clerkId, opId } from '@amtsstube/shared/domain/ids';
import { type Instant, instant, instantOf, localDateOf, millisecondsOf } from '@amtsstube/shared/domain/time';
import { annaBerger, berndKrueger, testTown } from '@amtsstube/shared/fixtures/test-town';
import type { Kind, PayloadOf } from '@amtsstube/shared/operations/registry';
import { hallAddressesAnswer } from '@amtsstube/shared/replication/hall-addresses';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hiddenIn, openPage, send } from '../citizen/test-browser.ts';
import { executeServerOperation } from '../execute/execute.ts';
import { tokenOf, townPath } from '../replication/test-desk.ts';
import { startTestTown, type TestTownServer } from '../start-server-test-town.ts';

const nine = instant.parse('2026-11-24T08:00:00.000Z');
const booked = appointmentId.parse('termin-von-erika');
let town: TestTownServer;
let clock: number;

beforeEach(async () => {
  clock = millisecondsOf(instant.parse('2026-11-24T07:50:00.000Z'));
  town = await startTestTown({}, { now: (): Instant => instantOf(clock) });
});
afterEach(() => town.close());

async function act<K extends Kind>(kind: K, payload: PayloadOf<K>, clerk = annaBerger) {
  const operation = {
    opId: opId.parse(`test.${randomUUID()}`),
    deviceId: null,
    kind,
    v: 1,
    payload,
    at: town.core.now(),
  };
  const { id, role, departmentIds } = clerk;
  const { result } = await executeServerOperation(town.core, testTown.municipalityId, operation, {
    kind: 'clerk',
    clerkId: clerkId.parse(id),
    role,
    departmentIds,
  });
  return result.decided === 'refused' ? result.reason.code : result.decided;
}

/** A walk-in with the next number of counter A's. */
const arrive = (id: string, nth: number) =>
  act('takeTicket', {
    ticketId: appointmentId.parse(id),
    departmentId: testTown.departmentId,
    on: localDateOf(town.core.now()),
    series: 'A',
    nth,
    isTold: true,
    serviceIds: [testTown.serviceId],
    counterId: null,
    way: 'walkIn',
    appointmentId: null,
    isUrgent: false,
    remark: 'Frau Geheim',
  });
const call = (id: string, at: string, clerk = annaBerger) =>
  act(
    'callTicket',
    { ticketId: appointmentId.parse(id), counterId: at as PayloadOf<'callTicket'>['counterId'] },
    clerk,
  );
const book = (startsAt = nine) =>
  act('bookByClerk', {
    appointmentId: booked,
    serviceIds: [testTown.serviceId],
    counterId: 'buergerbuero-1' as PayloadOf<'callTicket'>['counterId'],
    startsAt,
    visitor: { name: 'Erika Mustermann', email: null, phone: '' },
    remark: '',
    language: 'de',
    way: 'phone',
    caseId: null,
  });

async function addresses(clerk: 0 | 1 | 2) {
  const headers = { Authorization: `Bearer ${await tokenOf(town, clerk)}` };
  const response = await fetch(`${town.url}${townPath}/hall-addresses`, { headers });
  return { status: response.status, body: (await response.json()) as unknown };
}
async function hall() {
  const { halls } = hallAddressesAnswer.parse((await addresses(0)).body);
  const found = halls.find(({ departmentId }) => departmentId === testTown.departmentId);
  if (!found) throw new Error('no hall');
  return found;
}

describe('the addresses of the pages in a hall', () => {
  it('are told a lead and an administrator, and no other clerk', async () => {
    expect((await addresses(0)).status).toBe(200);
    expect((await addresses(1)).status).toBe(403);
    const { halls } = hallAddressesAnswer.parse((await addresses(2)).body);
    expect(halls.length).toBeGreaterThan(1);
  });

  it('open their own page only, and none that was changed', async () => {
    const { display, kiosk } = await hall();
    expect((await openPage(town.url, display.replace('/display/', '/kiosk/'))).status).toBe(404);
    expect((await openPage(town.url, kiosk.slice(0, -2))).status).toBe(404);
    expect((await openPage(town.url, display.replace(testTown.municipalityId, 'nirgendwo'))).status).toBe(
      404,
    );
  });
});

describe('[K13] two desks call the same visitor at once', () => {
  it('exactly one gets her, and the other hears who has her', async () => {
    await arrive('one', 1);
    const both = await Promise.all([
      call('one', 'buergerbuero-1', annaBerger),
      call('one', 'buergerbuero-2', berndKrueger),
    ]);
    expect(both.toSorted()).toEqual(['accepted', 'alreadyCalled']);
  });
});

describe('the screen in the hall', () => {
  it('shows number and counter, and nobody’s name or remark', async () => {
    const { display } = await hall();
    await arrive('one', 1);
    expect((await openPage(town.url, display)).html).toContain('Zurzeit ist niemand aufgerufen.');
    await call('one', 'buergerbuero-1');
    const { html } = await openPage(town.url, display);
    expect(html).toContain('A01');
    expect(html).toContain('Bürgerbüro 1');
    expect(html).not.toMatch(/Geheim|Anna Berger/);
  });

  it('hears of a call at once, of the same once more too, and forgets yesterday', async () => {
    const { display } = await hall();
    await arrive('one', 1);
    const stopped = new AbortController();
    const response = await fetch(`${town.url}${display}/calls`, { signal: stopped.signal });
    const events = eventsOf(response);
    expect(await events.next()).toBe('[]');
    const calledAt = performance.now();
    await call('one', 'buergerbuero-1');
    const [first] = JSON.parse(await events.next()) as { number: string; key: string }[];
    expect(performance.now() - calledAt).toBeLessThan(1000);
    expect(first?.number).toBe('A01');
    clock += 60_000;
    await call('one', 'buergerbuero-1');
    const [again] = JSON.parse(await events.next()) as { number: string; key: string }[];
    expect(again?.key).not.toBe(first?.key);
    stopped.abort();
    clock += 24 * 3_600_000;
    expect((await openPage(town.url, display)).html).not.toContain('A01');
  });

  it('lets the server stop while it listens', async () => {
    const { display } = await hall();
    const events = eventsOf(await fetch(`${town.url}${display}/calls`));
    await events.next();
    await town.close();
    await expect(events.next()).rejects.toThrow('the stream ended');
    town = await startTestTown();
  });
});

describe('the kiosk', () => {
  async function take(service = testTown.serviceId) {
    const { kiosk } = await hall();
    const page = await openPage(town.url, kiosk);
    const act = hiddenIn(page.html)['act'] ?? '';
    const press = () => send(town.url, `${kiosk}/number`, { act, service });
    return { kiosk, act, press };
  }
  async function arriveBy(code: string) {
    const { kiosk, act } = await take();
    const sent = await send(town.url, `${kiosk}/arrive`, { act, code });
    return sent.status === 303 ? openPage(town.url, sent.headers.get('location') ?? '') : sent;
  }
  const numberIn = (html: string) => /kiosk__number">([^<]+)</.exec(html)?.[1];

  it('gives a number for a service; pressed twice it is one, and the next person has the next', async () => {
    const { press } = await take();
    const [first, twice] = [await press(), await press()];
    const shown = async (sent: typeof first) =>
      numberIn((await openPage(town.url, sent.headers.get('location') ?? '')).html);
    expect([await shown(first), await shown(twice)]).toEqual(['K01', 'K01']);
    const other = await take();
    expect(await shown(await other.press())).toBe('K02');
  });

  it('two kiosks at the same moment give two numbers', async () => {
    const [one, other] = [await take(), await take()];
    const both = await Promise.all([one.press(), other.press()]);
    const numbers = await Promise.all(
      both.map(async (sent) => numberIn((await openPage(town.url, sent.headers.get('location') ?? '')).html)),
    );
    expect(numbers.toSorted()).toEqual(['K01', 'K02']);
  });

  it('checks in who is booked by her code or by what a scanner reads; once more it says her number', async () => {
    await book();
    const code = checkInCode(booked);
    const page = await arriveBy(code.toLowerCase());
    expect(numberIn(page.html)).toBe('K01');
    expect(page.html).not.toContain('Mustermann');
    expect(numberIn((await arriveBy(`httpsÖ--amt.example-x#${code}`)).html)).toBe('K01');
  });

  it('says what to do with a code that is unknown, of another day, or cancelled, and with none', async () => {
    expect((await arriveBy('222222')).html).toContain('Zu diesem Code gibt es heute hier keinen Termin.');
    expect((await arriveBy('abc')).html).toContain('Bitte geben Sie den Code mit 6 Zeichen ein.');
    await book(instant.parse('2026-11-26T08:00:00.000Z'));
    expect((await arriveBy(checkInCode(booked))).html).toContain('sondern am 26.11.2026, 09:00');
    await act('cancelAppointment', { appointmentId: booked, reason: '' });
    expect((await arriveBy(checkInCode(booked))).html).toContain('Dieser Termin ist abgesagt.');
  });

  it('a service that isn’t offered here, and a form of another kiosk, lead back to the start', async () => {
    const { kiosk, act } = await take();
    for (const fields of [
      { act, service: 'gibt-es-nicht' },
      { act: 'x', service: testTown.serviceId },
    ]) {
      const sent = await send(town.url, `${kiosk}/number`, fields);
      expect([sent.status, sent.headers.get('location')]).toEqual([303, kiosk]);
    }
  });

  it('speaks English', async () => {
    const { kiosk } = await hall();
    const { html } = await openPage(town.url, `${kiosk}?lang=en`);
    expect(html).toContain('I have no appointment');
  });
});

/** The data of `calls` events, one after another. */
function eventsOf(response: Response) {
  const reader = (response.body as ReadableStream<Uint8Array<ArrayBuffer>>)
    .pipeThrough(new TextDecoderStream())
    .getReader();
  let text = '';
  return {
    next: async (): Promise<string> => {
      for (;;) {
        const found = /event: calls\ndata: (.*)\n\n/.exec(text);
        if (found) {
          text = text.slice(found.index + found[0].length);
          return found[1] ?? '';
        }
        const { value, done } = await reader.read();
        if (done) throw new Error('the stream ended');
        text += value;
      }
    },
  };
}
