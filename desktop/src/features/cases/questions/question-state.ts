import type { Question } from '@amtsstube/shared/domain/question';
import { formatInstant, formatLocalDate, type LocalDate } from '@amtsstube/shared/domain/time';
import { de } from '../../../texts/de.ts';
import type { NameOf } from '../../../ui/names.ts';

/** What became of a question, in one line. */
export function questionStateWords(
  { end, answerBy }: Pick<Question, 'end' | 'answerBy'>,
  nameOf: NameOf,
  today: LocalDate,
): string {
  const { state, answerBy: by } = de.questions;
  if (end === null) {
    const wanted = by(formatLocalDate(answerBy));
    return answerBy < today ? `${state.over} · ${wanted}` : `${state.open} · ${wanted}`;
  }
  const at = formatInstant(end.at);
  switch (end.how) {
    case 'answered':
    case 'decided':
      return state[end.how](at);
    case 'closed':
    case 'withdrawn':
      return state[end.how](nameOf(end.byId), at);
  }
}
