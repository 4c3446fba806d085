import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clerk } from '@amtsstube/shared/domain/clerk';
import { ref } from '@amtsstube/shared/domain/documents';
import { opId } from '@amtsstube/shared/domain/ids';
import { instant, instantOf, millisecondsOf } from '@amtsstube/shared/domain/time';
import { annaBerger, testTown } from '@amtsstube/shared/fixtures/test-town';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verify } from '../admin/verify.ts';
import { restoreCommand } from '../backup/restore-command.ts';
import { actorOf } from '../execute/actor-of.ts';
import { executeServerOperation } from '../execute/execute.ts';
import { openSalvage } from '../salvage/salvage-store.ts';
import { startTestTown, type TestTownServer } from '../start-server-test-town.ts';
import { planAppointmentErasure } from './erase-appointments.ts';
import { forgetOldAppointments } from './retention.ts';

const { municipalityId, serviceId } = testTown;
const day = 24 * 60 * 60 * 1000;
const nine = '2026-11-24T08:00:00.000Z';
const ten = '2026-11-24T09:00:00.000Z';
/** A Tuesday after what is kept. */
const spring = '2027-03-09T08:00:00.000Z';
const gone = 'Unverwechselbar';

let place: string;
let town: TestTownServer;
let clock: number;
const paths = () => ({ dataDirectory: join(place, 'data'), mirrorDirectory: join(place, 'mirror') });

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'amtsstube-retention-'));
  for (const path of Object.values(paths())) await mkdir(path);
  clock = millisecondsOf(instant.parse('2026-11-23T08:00:00.000Z'));
  town = await startTestTown(paths(), { now: () => instantOf(clock) });
});
afterEach(async () => {
  await town.close();
  await rm(place, { recursive: true, force: true });
});

let acts = 0;
async function say(kind: string, payload: object, who: Clerk | 'citizen' = annaBerger): Promise<string> {
  acts += 1;
  clock += 1000;
  const operation = {
    opId: opId.parse(`act-${acts}`),
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

const visitor = (name: string) => ({ name, email: `${name}@example.org`, phone: '' });
const book = (appointmentId: string, startsAt: string, name: string) =>
  say('bookByClerk', {
    appointmentId,
    serviceIds: [serviceId],
    counterId: 'buergerbuero-1',
    startsAt,
    visitor: visitor(name),
    remark: '',
    language: 'de',
    way: 'phone',
    caseId: null,
  });
const move = (appointmentId: string, from: string, to: string) =>
  say('moveAppointment', {
    appointmentId,
    serviceIds: [serviceId],
    from: { counterId: 'buergerbuero-1', startsAt: from },
    to: { counterId: 'buergerbuero-1', startsAt: to },
  });
const request = (appointmentId: string, startsAt: string) =>
  say(
    'requestBooking',
    {
      appointmentId,
      hold: null,
      serviceIds: [serviceId],
      counterId: 'buergerbuero-1',
      startsAt,
      visitor: visitor(gone),
      remark: '',
      language: 'de',
    },
    'citizen',
  );

const forget = async () => {
  const salvage = openSalvage(join(place, 'data'));
  const config = { appointmentDays: 90, mirrorDirectory: join(place, 'mirror') };
  await forgetOldAppointments({ core: town.core, config, salvage, log: pino({ level: 'silent' }) });
  salvage.close();
};
const stands = (id: string) =>
  town.core.store.snapshot(municipalityId, async (read) =>
    Boolean((await read.document(ref('appointments', id)))?.document),
  );
const waitingMails = () =>
  town.core.store.snapshot(municipalityId, (read) =>
    read.dueEffects(instant.parse('9999-01-01T00:00:00.000Z'), 100),
  );

async function everything(directory: string): Promise<string> {
  const parts: string[] = [];
  for (const entry of await readdir(directory, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) parts.push(await readFile(join(entry.parentPath, entry.name), 'latin1'));
  return parts.join('\n');
}

async function proved(directory: string): Promise<string> {
  const lines: string[] = [];
  expect(await verify(directory, (line) => lines.push(line)), lines.join('\n')).toBe(true);
  return lines.join('\n');
}

describe('what is over is forgotten', () => {
  it('[S11] ninety days after its time: nowhere in database and mirror any more, and all is proved', async () => {
    // booked for spring, and moved to November: others met it there, and came after it
    expect(await book('old', spring, gone)).toBe('accepted');
    expect(await book('refused', spring, gone)).toBe('slotNotFree');
    expect(await move('old', spring, nine)).toBe('accepted');
    clock += 31 * 60_000;
    expect(await book('stays', spring, 'Bleibt')).toBe('accepted');
    expect(await book('cancelled', ten, gone)).toBe('accepted');
    expect(await say('cancelAppointment', { appointmentId: 'cancelled', reason: gone })).toBe('accepted');
    const waiting = { waitingId: 'waiting-of-somebody-1', serviceIds: [serviceId] };
    const days = { firstOn: '2026-11-24', lastOn: '2026-11-24' };
    const joining = { ...waiting, ...days, visitor: visitor(gone), language: 'de' };
    expect(await say('joinWaitingList', joining, 'citizen')).toBe('accepted');
    const { waitingId } = waiting;
    expect(await say('leaveWaitingList', { waitingId }, 'citizen')).toBe('accepted');

    clock = millisecondsOf(instant.parse('2027-02-22T08:10:00.000Z'));
    await forget();
    expect([await stands('old'), await stands('cancelled'), await stands('stays')]).toEqual([
      true,
      true,
      true,
    ]);
    clock += day;
    await forget();
    expect([await stands('old'), await stands('cancelled'), await stands('stays')]).toEqual([
      false,
      false,
      true,
    ]);
    // what comes after it goes on
    expect(await book('later', '2027-03-09T08:00:00.000Z', 'Spaet')).toBe('slotNotFree');
    expect(await book('later', '2027-03-09T09:00:00.000Z', 'Spaet')).toBe('accepted');
    expect(await say('cancelAppointment', { appointmentId: 'old', reason: '' })).toBe('noSuchAppointment');
    expect((await waitingMails()).map(({ effect }) => JSON.stringify(effect)).join()).not.toContain(gone);
    await town.close();

    for (const directory of Object.values(paths())) {
      const text = await everything(directory);
      expect(text).not.toContain(gone);
    }
    expect(await everything(join(place, 'data'))).toContain('Bleibt');
    await proved(join(place, 'data'));
    const target = join(place, 'restored');
    const lines: string[] = [];
    const argv = ['none', join(place, 'mirror'), target];
    expect(await restoreCommand(argv, new Date(clock), (line) => lines.push(line)), lines.join()).toBe(true);
    expect(await everything(target)).not.toContain(gone);
    town = await startTestTown(paths(), { now: () => instantOf(clock) });
  });

  it('a day after it ran out unconfirmed, and its time is free', async () => {
    expect(await request('asked', nine)).toBe('accepted');
    clock += 31 * 60_000;
    await forget();
    expect(await stands('asked')).toBe(true);
    clock += day;
    await forget();
    expect(await stands('asked')).toBe(false);
    expect((await waitingMails()).filter(({ effect }) => effect.kind === 'appointmentMail')).toEqual([]);
    expect(await say('confirmBooking', confirming('asked'), 'citizen')).toBe('noSuchAppointment');
  });

  it('nothing where it is confirmed meanwhile: the plan is refused as a whole', async () => {
    expect(await request('asked', ten)).toBe('accepted');
    clock += 31 * 60_000;
    const limits = { before: town.core.now(), ranOutBefore: town.core.now() };
    const plan = await town.core.store.snapshot(municipalityId, (read) =>
      planAppointmentErasure(read, limits),
    );
    expect(plan).toMatchObject({ appointmentIds: ['asked'] });
    expect(await say('confirmBooking', { ...confirming('asked'), startsAt: ten }, 'citizen')).toBe(
      'accepted',
    );
    const operation = {
      opId: opId.parse('erase-late'),
      deviceId: null,
      kind: 'eraseAppointments',
      v: 1,
      payload: plan,
      at: town.core.now(),
    };
    const { result } = await executeServerOperation(town.core, municipalityId, operation, { kind: 'system' });
    expect(result).toMatchObject({ decided: 'refused', reason: { code: 'alreadyConfirmed' } });
    expect(await stands('asked')).toBe(true);
  });
});

const confirming = (appointmentId: string) => ({
  appointmentId,
  counterId: 'buergerbuero-1',
  startsAt: nine,
  fence: 1,
});
