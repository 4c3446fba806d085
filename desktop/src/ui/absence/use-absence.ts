import { absenceOn } from '@amtsstube/shared/domain/absence';
import type { Case } from '@amtsstube/shared/domain/case';
import type { Clerk } from '@amtsstube/shared/domain/clerk';
import type { ClerkId } from '@amtsstube/shared/domain/ids';
import { formatLocalDate, type LocalDate } from '@amtsstube/shared/domain/time';
import { de } from '../../texts/de.ts';
import { useDesk } from '../desk-context.tsx';
import { type NameOf, useClerks, useNameOf } from '../names.ts';
import { useToday } from '../use-today.ts';

/** That who holds a case is away today, until when, and who stands in for her; '' where she is there. */
export type HolderAway = (assigneeId: Case['assigneeId']) => string;

/** By clerk. The same function for as long as nobody comes, goes or changes her days. */
export function useHolderAway(): HolderAway {
  const clerks = useClerks();
  const nameOf = useNameOf();
  const today = useToday();
  return (assigneeId) => (assigneeId === null ? '' : awayWords(clerks, assigneeId, today, nameOf));
}

function awayWords(clerks: readonly Clerk[], id: ClerkId, today: LocalDate, nameOf: NameOf): string {
  const away = absenceOn(
    clerks.find((clerk) => clerk.id === id),
    today,
  );
  if (away === undefined) return '';
  const text = de.work.absence;
  const until = text.awayUntil(formatLocalDate(away.until));
  return away.deputyId === null ? until : `${until}, ${text.deputyIs(nameOf(away.deputyId))}`;
}

/** Whom the clerk at this desk stands in for today, and until when, as a sentence; '' where there is nobody. */
export function useStandInSentence(): string {
  const { actor } = useDesk().desk;
  const nameOf = useNameOf();
  useToday();
  if (actor.kind !== 'clerk' || actor.deputyFor === undefined || actor.deputyFor.length === 0) return '';
  const text = de.work.absence;
  return text.standingInFor(
    actor.deputyFor.map(({ clerkId, until }) => text.personUntil(nameOf(clerkId), formatLocalDate(until))),
  );
}
