import type { Booking } from '@amtsstube/shared/domain/appointments/appointment';
import type { Counter } from '@amtsstube/shared/domain/counter';
import { ref } from '@amtsstube/shared/domain/documents';
import type { AppointmentId, MunicipalityId } from '@amtsstube/shared/domain/ids';
import type { MunicipalitySettings, Service, Settings } from '@amtsstube/shared/domain/settings';
import type { Read } from '../store/store.ts';

/** What can be said about an appointment now, to whoever has it. */
export interface AppointmentFacts {
  readonly municipality: MunicipalityId;
  readonly town: MunicipalitySettings;
  readonly booking: Booking;
  /** Of the counter; '' where it is gone. */
  readonly counterName: string;
  /** How to find it; ''. */
  readonly directions: string;
  /** In the order they were chosen; those that are gone are left out. */
  readonly services: readonly Service[];
}

/** undefined: there is no such appointment (any more). */
export async function readAppointment(
  read: Read,
  municipality: MunicipalityId,
  id: AppointmentId,
): Promise<AppointmentFacts | undefined> {
  const town = (await read.document(ref('settings', 'municipality')))?.document as
    | Settings
    | null
    | undefined;
  const booking = (await read.document(ref('appointments', id)))?.document as Booking | null | undefined;
  if (town?.kind !== 'municipality' || booking?.kind !== 'booking') return undefined;
  const counter = (await read.document(ref('counters', booking.counterId)))?.document as
    | Counter
    | null
    | undefined;
  const services: Service[] = [];
  for (const serviceId of booking.serviceIds) {
    const found = (await read.document(ref('settings', serviceId)))?.document as Settings | null | undefined;
    if (found?.kind === 'service') services.push(found);
  }
  return {
    municipality,
    town,
    booking,
    counterName: counter?.name ?? '',
    directions: counter?.directions ?? '',
    services,
  };
}

/** What to have at hand, each thing once: what everybody brings, and what her answers added. */
export function toBring({
  services,
  booking: { answers = [] },
}: Pick<AppointmentFacts, 'services' | 'booking'>): readonly string[] {
  const needs = services.flatMap(({ description }) => description?.needs ?? []);
  return [...new Set([...needs, ...answers.flatMap(({ bring }) => bring)])];
}

/** Where to go, line by line: the room, the town hall, its address. */
export function placeLines({ counterName, town }: AppointmentFacts): readonly string[] {
  return [counterName, town.name, ...town.address.split('\n')]
    .map((line) => line.trim())
    .filter((line, index, lines) => line !== '' && lines.indexOf(line) === index);
}
