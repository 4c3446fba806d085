import { defaultBookingSettings } from '@amtsstube/shared/domain/appointments/booking-settings';
import { appointmentId, opId } from '@amtsstube/shared/domain/ids';
import { aBooking, moment } from '@amtsstube/shared/fixtures/booking-builders';
import { berndKrueger, testTown } from '@amtsstube/shared/fixtures/test-town';
import type { VersionedDocument } from '@amtsstube/shared/replication/messages';
import { firstValueFrom } from 'rxjs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MemoryDisk } from '../host/memory-disk.ts';
import { createMemoryHost } from '../host/memory-host.ts';
import { bookingRows, projectAppointments } from './appointment-projection.ts';
import type { Cache } from './cache/cache.ts';
import { ContractSource } from './cache/contract-source.ts';
import { MemoryCacheDisk, openMemoryStorage } from './cache/memory-storage.ts';
import { openCache } from './cache/replicated-cache.ts';
import { keyFileLength, webCipher } from './journal/cipher.ts';
import { type Journal, openJournal } from './journal/journal.ts';
import { createOverlay, type Overlay } from './overlay.ts';
import { TestEnvironment } from './test-environment.ts';

const environment = new TestEnvironment();
const { id: berndId, departmentIds } = berndKrueger;
let source: ContractSource;
let cache: Cache;
let journal: Journal;
let overlay: Overlay;
let projection: ReturnType<typeof projectAppointments>;

beforeEach(async () => {
  source = new ContractSource();
  const storage = openMemoryStorage(new MemoryCacheDisk(), {
    pause: async () => undefined,
    writeFails: () => false,
  });
  cache = await openCache(storage, source);
  journal = await openJournal({
    files: createMemoryHost(new MemoryDisk()).journals,
    cipher: await webCipher(environment.randomBytes(keyFileLength)),
    environment,
    identity: { municipalityId: testTown.municipalityId, clerkId: berndId },
  });
  const actor = { kind: 'clerk', clerkId: berndId, role: 'clerk', departmentIds } as const;
  overlay = createOverlay(journal, cache, actor, (error) => {
    throw error;
  });
  await overlay.refresh();
  projection = projectAppointments(cache, overlay);
});
afterEach(async () => {
  await projection.close();
  await overlay.close();
});

function version(id: string, seq: number, clock: string, changed: object = {}): VersionedDocument {
  const document = aBooking({ id, startsAt: moment(`2026-11-30T${clock}`), ...changed });
  return { collection: 'appointments', id: appointmentId.parse(id), seq, document };
}

async function shown() {
  const rows = await firstValueFrom(projection.rows$);
  return bookingRows(rows ?? []).map(({ appointment, waiting }) => [
    appointment.id,
    appointment.state.is,
    waiting.length,
  ]);
}

it('has what is on the disk and what comes, by time; who moves has another place', async () => {
  source.changes(version('b', 1, '09:00'), version('a', 2, '10:00'));
  await cache.pull(['appointments']);
  await projection.open();
  expect((await shown())?.map(([id]) => id)).toEqual(['b', 'a']);
  source.changes(version('b', 3, '11:00'), version('c', 4, '08:00'));
  await cache.pull(['appointments']);
  expect((await shown())?.map(([id]) => id)).toEqual(['c', 'a', 'b']);
});

it('shows at once what was done here, as waiting for the server', async () => {
  source.changes(version('a', 1, '09:00'), version('b', 2, '10:00'), {
    collection: 'settings',
    id: defaultBookingSettings.id,
    seq: 3,
    document: defaultBookingSettings,
  });
  await cache.pull(['appointments', 'settings']);
  await projection.open();
  const payload = { appointmentId: 'a', reason: 'krank' };
  await journal.append({
    opId: opId.parse('op-1'),
    kind: 'cancelAppointment',
    v: 1,
    payload,
    at: environment.now(),
  });
  await overlay.refresh();
  expect(await shown()).toEqual([
    ['a', 'cancelled', 1],
    ['b', 'booked', 0],
  ]);
});
