import { type TimeLease, unitsOf } from '@amtsstube/shared/domain/appointments/time-lease';
import { instantOfUnit, unitMinutes } from '@amtsstube/shared/domain/appointments/unit';
import {
  type AppointmentId,
  appointmentId,
  type CounterId,
  counterId,
  municipalityId,
  serviceId,
} from '@amtsstube/shared/domain/ids';
import { isTimeLease } from '@amtsstube/shared/domain/lease';
import type { Instant, LocalDate } from '@amtsstube/shared/domain/time';
import { annaBerger } from '@amtsstube/shared/fixtures/test-town';
import type { Kind, PayloadOf } from '@amtsstube/shared/operations/registry';
import { BehaviorSubject, combineLatest, filter, firstValueFrom, map } from 'rxjs';
import { obey } from '../../common/forked.ts';
import { type LinkedDesk, openLinkedDesk } from '../../common/open-desk.ts';
import { hoursOf, visitMinutes } from './race-hours.ts';

export interface RaceDesk {
  readonly name: string;
  readonly directory: string;
  /** Base64; the same again opens the same journal. */
  readonly key: string;
  /** null: at none. */
  readonly at: string | null;
}

export type DesksCommand =
  | {
      readonly command: 'open';
      readonly url: string;
      readonly town: string;
      readonly token: string;
      readonly desks: readonly RaceDesk[];
    }
  /** Until all desks show that somebody has times of each of these counters ahead. */
  | { readonly command: 'untilLeased'; readonly counterIds: readonly string[]; readonly on: LocalDate }
  /** From internal time to time of the web, with the line. */
  | { readonly command: 'openToAll'; readonly name: string; readonly counterIds: readonly string[] }
  | { readonly command: 'cut' | 'join'; readonly names: readonly string[] }
  /** What it has ahead of the old counter it gives back, of the new one it asks for. */
  | { readonly command: 'stand'; readonly name: string; readonly at: string | null }
  /** So many visits at most, one after the other, in what it has of this day. */
  | { readonly command: 'book'; readonly name: string; readonly on: LocalDate; readonly most: number }
  /** By a lead's desk. */
  | { readonly command: 'revoke'; readonly name: string; readonly counterId: string; readonly on: LocalDate }
  /** Until the server has everything and all show it. @returns how much was refused */
  | { readonly command: 'rest' }
  | { readonly command: 'close' };

/** A booking that the desk said is saved. */
export interface Promised {
  readonly appointmentId: AppointmentId;
  readonly counterId: CounterId;
  readonly startsAt: Instant;
}

interface Open extends LinkedDesk {
  readonly at$: BehaviorSubject<CounterId | undefined>;
}

const open = new Map<string, Open>();

async function perform(told: DesksCommand): Promise<unknown> {
  switch (told.command) {
    case 'open':
      await Promise.all(told.desks.map((each) => openOne(told, each)));
      return undefined;
    case 'untilLeased':
      await Promise.all([...open.values()].map((each) => untilLeased(each, told.counterIds, told.on)));
      return undefined;
    case 'openToAll':
      for (const id of told.counterIds)
        await act(told.name, 'setOpeningHours', {
          counterId: counterId.parse(id),
          openingHours: { from: hoursOf(id, 'internal'), to: hoursOf(id, 'web') },
        });
      return undefined;
    case 'cut':
      for (const name of told.names) deskOf(name).line.cut();
      return undefined;
    case 'join':
      for (const name of told.names) {
        deskOf(name).line.join();
        // as when the device says that it has a network again
        deskOf(name).desk.syncNow();
      }
      return undefined;
    case 'stand':
      deskOf(told.name).at$.next(told.at === null ? undefined : counterId.parse(told.at));
      return undefined;
    case 'book':
      return book(told.name, told.on, told.most);
    case 'revoke':
      return revoke(told.name, told.counterId, told.on);
    case 'rest':
      return rest();
    case 'close':
      return closeAll();
  }
}

async function openOne({ url, town, token }: Extract<DesksCommand, { command: 'open' }>, each: RaceDesk) {
  const at$ = new BehaviorSubject(each.at === null ? undefined : counterId.parse(each.at));
  const linked = await openLinkedDesk({
    url,
    municipalityId: municipalityId.parse(town),
    token,
    clerk: annaBerger,
    directory: each.directory,
    key: Uint8Array.from(Buffer.from(each.key, 'base64')),
    ownCounter$: at$,
  });
  open.set(each.name, { ...linked, at$ });
}

async function untilLeased({ desk }: Open, counterIds: readonly string[], on: LocalDate): Promise<void> {
  const all$ = timeLeases(desk).pipe(
    filter((leases) =>
      counterIds.every((id) => leases.some((each) => each.counterId === id && each.on === on)),
    ),
  );
  await firstValueFrom(all$);
}

async function book(name: string, on: LocalDate, most: number): Promise<readonly Promised[]> {
  const { desk } = deskOf(name);
  const promised: Promised[] = [];
  while (promised.length < most) {
    const lease = (await firstValueFrom(timeLeases(desk))).find(
      (each) => each.deviceId === desk.deviceId && each.on === on,
    );
    const [start] = lease && !lease.revoked ? unitsOf(lease.free) : [];
    if (lease === undefined || start === undefined) break;
    const at = (minutes: number) => instantOfUnit(start + minutes / unitMinutes);
    const made = {
      appointmentId: appointmentId.parse(`fest-${crypto.randomUUID()}`),
      counterId: lease.counterId,
      startsAt: at(0),
    };
    await act(name, 'bookLeased', {
      ...made,
      leaseId: lease.id,
      serviceIds: [serviceId.parse('service-1')],
      endsAt: at(visitMinutes.lasts),
      freeAt: at(visitMinutes.isFreeAfter),
      visitor: { name: 'Erika Mustermann', email: null, phone: '03900 4711' },
      remark: '',
      language: 'de',
      way: 'phone',
      caseId: null,
    });
    promised.push(made);
  }
  return promised;
}

async function revoke(name: string, counter: string, on: LocalDate): Promise<void> {
  const leases = await firstValueFrom(timeLeases(deskOf(name).desk));
  const lease = leases.find((each) => each.counterId === counter && each.on === on);
  if (lease === undefined) throw new Error(`nobody has times of ${counter} ahead`);
  await act(name, 'revokeTime', { leaseId: lease.id, reason: 'PC verloren' });
}

async function rest(): Promise<number> {
  const refused = [...open.values()].map(async ({ desk }) => {
    const calm$ = combineLatest([desk.overlay.view$, desk.outbox$, desk.health$]).pipe(
      filter(
        ([{ documents }, waiting, { line }]) =>
          documents.size === 0 && waiting.length === 0 && line.state === 'connected',
      ),
    );
    await firstValueFrom(calm$);
    return (await firstValueFrom(desk.refused$)).length;
  });
  return (await Promise.all(refused)).reduce((sum, each) => sum + each, 0);
}

async function act<K extends Kind>(name: string, kind: K, payload: PayloadOf<K>): Promise<void> {
  const saved = await deskOf(name).desk.do(kind, payload);
  if (saved.result !== 'saved') throw new Error(`${kind} not saved: ${JSON.stringify(saved)}`);
}

function timeLeases(desk: Open['desk']) {
  return desk.watchAll('leases').pipe(map((leases): readonly TimeLease[] => leases.filter(isTimeLease)));
}

function deskOf(name: string): Open {
  const found = open.get(name);
  if (found === undefined) throw new Error(`no desk ${name}`);
  return found;
}

async function closeAll(): Promise<void> {
  for (const { desk } of open.values()) await desk.close();
  open.clear();
}

obey(perform, closeAll);
