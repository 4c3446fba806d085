import { randomBytes, randomUUID } from 'node:crypto';
import type { Booking } from '@amtsstube/shared/domain/appointments/appointment';
import type { Clerk } from '@amtsstube/shared/domain/clerk';
import { ref } from '@amtsstube/shared/domain/documents';
import { opId } from '@amtsstube/shared/domain/ids';
import { type Instant, instant, instantOf, millisecondsOf } from '@amtsstube/shared/domain/time';
import { neighbourTowns } from '@amtsstube/shared/fixtures/neighbour-towns';
import { annaBerger, testTown } from '@amtsstube/shared/fixtures/test-town';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTicketSeal } from '../citizen/ticket-seal.ts';
import { actorOf } from '../execute/actor-of.ts';
import { executeServerOperation } from '../execute/execute.ts';
import { smtpMailer } from '../mail/mailer.ts';
import { createOutboxPerformer } from '../mail/outbox-performer.ts';
import { openPostOffice, type PostOffice } from '../mail/test-post-office.ts';
import { setUpNeighbourTowns, startTestTown, type TestTownServer } from '../start-server-test-town.ts';
import { openConfirmLink, openLeaveLink } from './appointment-links.ts';
import { WaitingList } from './waiting-list.ts';

const { municipalityId, serviceId } = testTown;
const seal = createTicketSeal(randomBytes(32));
const counterIds = ['buergerbuero-1', 'buergerbuero-2'];
const nine = instant.parse('2026-11-24T08:00:00.000Z');
const log = pino({ level: 'silent' });

let office: PostOffice;
let town: TestTownServer;
let clock: number;

/** A Monday; all of the Tuesday is blocked, but for nine o'clock, which somebody has. */
beforeEach(async () => {
  office = await openPostOffice();
  clock = millisecondsOf(instant.parse('2026-11-23T08:00:00.000Z'));
  town = await startTestTown({}, { now: () => instantOf(clock) });
  await act('bookByClerk', { ...booked('t-1'), counterId: 'buergerbuero-1', startsAt: nine }, annaBerger);
  for (const counterId of counterIds)
    await act(
      'blockTime',
      {
        counterId,
        blockId: `b-${counterId}`,
        startsAt: counterId === 'buergerbuero-1' ? '2026-11-24T08:20:00.000Z' : '2026-11-24T06:00:00.000Z',
        endsAt: '2026-11-24T19:00:00.000Z',
        reason: 'Schulung',
      },
      annaBerger,
    );
});
afterEach(async () => {
  await town.close();
  await office.close();
});

const booked = (appointmentId: string) => ({
  appointmentId,
  serviceIds: [serviceId],
  visitor: { name: 'Jörg Müßig', email: null, phone: '' },
  remark: '',
  language: 'de',
  way: 'phone',
  caseId: null,
});

async function say(kind: string, payload: object, who: Clerk | 'citizen' = 'citizen'): Promise<string> {
  const operation = {
    opId: opId.parse(`test.${randomUUID()}`),
    deviceId: null,
    kind,
    v: 1,
    payload,
    at: town.core.now(),
  };
  const actor = who === 'citizen' ? ({ kind: 'citizen' } as const) : actorOf(who);
  const { result } = await executeServerOperation(town.core, municipalityId, operation, actor);
  return result.decided === 'refused' ? result.reason.code : result.decided;
}

async function act(kind: string, payload: object, who?: Clerk): Promise<void> {
  expect(await say(kind, payload, who)).toBe('accepted');
}

async function waits(name: string): Promise<void> {
  clock += 1000;
  await act('joinWaitingList', wishOf(name));
}
const wishOf = (name: string) => ({
  waitingId: waitingIdOf(name),
  serviceIds: [serviceId],
  firstOn: '2026-11-24',
  lastOn: '2026-11-24',
  visitor: { name, email: `${name}@example.org`, phone: '' },
  language: 'de',
});
const waitingIdOf = (name: string) => `waiting-of-${name}-0123456789`;
const cancel = (appointmentId: string) => act('cancelAppointment', { appointmentId, reason: '' }, annaBerger);

/** What the server does by itself, and the mails that go by it: to whom, and about what. */
async function run(): Promise<readonly string[]> {
  await new WaitingList(town.core, log).run();
  const before = office.received.length;
  await createOutboxPerformer({
    store: town.core.store,
    mailer: smtpMailer(office.url),
    origin: { publicUrl: 'https://amt.example', from: undefined, seal },
    log,
    now: town.core.now,
  }).run();
  return office.received
    .slice(before)
    .map(({ to, subject }) => `${[to ?? []].flat()[0]?.text.split('@')[0]}: ${subject}`);
}
const offered = (name: string) => `${name}: Ein Termin ist frei`;
const listed = (name: string) => `${name}: Sie stehen auf der Warteliste`;

const read = (collection: 'appointments' | 'waitings', id: string) =>
  town.core.store.snapshot(
    municipalityId,
    async (stored) => (await stored.document(ref(collection, id)))?.document,
  );
const linkIn = (page: string, text = '') => new RegExp(`/${page}/([\\w-]+)`).exec(text)?.[1] ?? '';

/** Takes what was offered last, as the page behind the link does. */
async function accept(): Promise<Booking> {
  const text = office.received.findLast(({ subject }) => subject === 'Ein Termin ist frei')?.text;
  const link = openConfirmLink(seal, municipalityId, linkIn('confirm', text));
  const kept = (await read('appointments', link?.appointmentId ?? '')) as Booking;
  const { counterId, startsAt, id } = kept;
  await act('confirmBooking', { appointmentId: id, counterId, startsAt, fence: link?.fence });
  return (await read('appointments', id)) as Booking;
}

describe('the waiting list', () => {
  it('[K5] offers a freed time at once to who came first, by a mail that she accepts, and then she waits no more', async () => {
    await waits('anna');
    await waits('berta');
    expect(await run()).toEqual([listed('anna'), listed('berta')]);
    await cancel('t-1');
    expect(await run()).toEqual([offered('anna')]);
    expect(office.received.at(-1)?.text).toContain('Bis Montag, 23. November 2026, 11:00 Uhr');
    expect(await run()).toEqual([]);
    expect(await accept()).toMatchObject({ state: { is: 'booked' }, startsAt: nine });
    expect(await run()).toEqual([expect.stringMatching(/^anna: Ihr Termin/)]);
    expect(await read('waitings', waitingIdOf('anna'))).toBeNull();
    expect(await read('waitings', waitingIdOf('berta'))).toMatchObject({ offers: [] });
  });

  it('offers to the next what one lets pass, and books it for nobody else meanwhile', async () => {
    await waits('anna');
    await waits('berta');
    await cancel('t-1');
    await run();
    const hold = { ...booked('t-2'), counterId: 'buergerbuero-1', startsAt: nine };
    expect(await say('bookByClerk', hold, annaBerger)).toBe('slotNotFree');
    clock += 121 * 60_000;
    expect(await run()).toEqual([offered('berta')]);
    expect(await accept()).toMatchObject({ visitor: { name: 'berta' }, startsAt: nine });
  });

  it('is left by the link of its mail', async () => {
    await waits('anna');
    await run();
    const id = openLeaveLink(seal, municipalityId, linkIn('waiting', office.received[0]?.text));
    expect(id).toBe(waitingIdOf('anna'));
    await act('leaveWaitingList', { waitingId: id });
    await act('leaveWaitingList', { waitingId: id });
    await cancel('t-1');
    expect(await run()).toEqual([]);
  });

  it('cut off between two steps goes on, and offers nothing twice', async () => {
    await waits('anna');
    await cancel('t-1');
    const runs = Array.from({ length: 3 }, () => new WaitingList(town.core, log));
    await Promise.all(runs.map((each) => each.run()));
    expect(await run()).toEqual([listed('anna'), offered('anna')]);
    expect(await read('waitings', waitingIdOf('anna'))).toMatchObject({ offers: [{ startsAt: nine }] });
  });

  it('of one municipality is nothing to another, and nothing of it is fetched by a desk', async () => {
    await setUpNeighbourTowns(town.core);
    await waits('anna');
    await cancel('t-1');
    await run();
    for (const { municipalityId: other } of neighbourTowns) {
      const seen = await town.core.store.snapshot(other, (stored) => stored.allDocuments('waitings', '', 10));
      expect(seen).toEqual([]);
      const link = linkIn('waiting', office.received[0]?.text);
      expect(openLeaveLink(seal, other, link)).toBeUndefined();
    }
  });

  it('isn’t entered for what is over, or what has no appointments', async () => {
    const past = { firstOn: '2026-11-20', lastOn: '2026-11-22' };
    expect(await say('joinWaitingList', { ...wishOf('anna'), ...past })).toBe('dayIsOver');
    const unknown = { serviceIds: ['no-such-service'] };
    expect(await say('joinWaitingList', { ...wishOf('anna'), ...unknown })).toBe('visitNotOffered');
  });
});

describe('the server with an SMTP server', () => {
  it('offers by itself after the commit that frees a time', async () => {
    await town.close();
    const at = (): Instant => instantOf(clock);
    town = await startTestTown({ smtpUrl: office.url, publicUrl: 'https://amt.example' }, { now: at });
    await act('bookByClerk', { ...booked('t-1'), counterId: 'buergerbuero-1', startsAt: nine }, annaBerger);
    await waits('anna');
    await cancel('t-1');
    await expect.poll(() => office.received.map(({ subject }) => subject)).toContain('Ein Termin ist frei');
  });
});
