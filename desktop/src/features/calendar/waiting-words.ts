import { unitOf } from '@amtsstube/shared/domain/appointments/unit';
import { formatInstant, formatLocalDate } from '@amtsstube/shared/domain/time';
import type { WaitingPerson } from '@amtsstube/shared/replication/waiting-list';
import { de } from '../../texts/de.ts';
import { slotWords } from './time-words.ts';

/** `kann vom 24.11.2026 bis 26.11.2026` */
export function waitingDays({ firstOn, lastOn }: Pick<WaitingPerson, 'firstOn' | 'lastOn'>): string {
  return de.waitingList.days(formatLocalDate(firstOn), formatLocalDate(lastOn));
}

/** The offer she hasn't answered yet: which time, and until when it is kept for her. */
export function openOfferWords(
  { counterId, startsAt, expiresAt }: NonNullable<WaitingPerson['openOffer']>,
  counterName: (id: string) => string,
): readonly [slot: string, until: string] {
  return [slotWords({ counterId, start: unitOf(startsAt) }, counterName), formatInstant(expiresAt)];
}
