import type { Waiting } from '@amtsstube/shared/domain/appointments/waiting';
import type { PageInputs } from '@amtsstube/shared/domain/forms/page-encoding';
import { type LocalDate, parseLocalDate } from '@amtsstube/shared/domain/time';
import { texts } from '../language.ts';
import type { Texts } from '../texts/texts.ts';
import { checkDetails, type TypedDetails, typedDetails } from './details.ts';

export const waitingFields = ['first', 'last', 'name', 'email'] as const;
export type WaitingField = (typeof waitingFields)[number];
export type TypedWish = Readonly<Record<WaitingField, string>>;
/** By field, the sentence beside it. */
export type WishProblems = ReadonlyMap<WaitingField, string>;

type Wish = Pick<Waiting, 'firstOn' | 'lastOn' | 'visitor'>;

export function typedWish(sent: PageInputs): TypedWish {
  const { name, email } = typedDetails(sent);
  const day = (field: 'first' | 'last') => (sent.get(field) ?? '').trim().slice(0, 40);
  return { first: day('first'), last: day('last'), name, email };
}

/** Days as people write them; the first may be over, the last may not. */
export function checkWish(
  typed: TypedWish,
  today: LocalDate,
): { readonly ok: true; readonly wish: Wish } | { readonly ok: false; readonly problems: WishProblems } {
  const problems = new Map<WaitingField, string>();
  const [firstOn, lastOn] = [parseLocalDate(typed.first), parseLocalDate(typed.last)];
  const say = (field: WaitingField, problem: keyof Texts['waiting']['problems']) =>
    problems.set(field, texts().waiting.problems[problem]);
  if (!firstOn) say('first', 'noDay');
  if (!lastOn) say('last', 'noDay');
  else if (lastOn < today) say('last', 'pastDay');
  else if (firstOn && lastOn < firstOn) say('last', 'wrongOrder');
  const person: TypedDetails = { name: typed.name, email: typed.email, phone: '', remark: '' };
  const checked = checkDetails(person);
  if (!checked.ok)
    for (const [field, problem] of checked.problems)
      if (field === 'name' || field === 'email') problems.set(field, texts().booking.fieldProblems[problem]);
  if (problems.size > 0 || !firstOn || !lastOn || !checked.ok) return { ok: false, problems };
  return { ok: true, wish: { firstOn, lastOn, visitor: checked.details.visitor } };
}
