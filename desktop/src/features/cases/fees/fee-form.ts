import type { Case } from '@amtsstube/shared/domain/case';
import { daysToPay, isUsual } from '@amtsstube/shared/domain/fees/fee';
import { formatCents, parseCents } from '@amtsstube/shared/domain/fees/money';
import type { Fee } from '@amtsstube/shared/domain/service-description';
import { addDays, formatLocalDate, type LocalDate } from '@amtsstube/shared/domain/time';
import { workingDayFrom } from '@amtsstube/shared/domain/working-days';
import type { PayloadOf } from '@amtsstube/shared/operations/registry';
import { de } from '../../../texts/de.ts';
import { readDate } from '../../../ui/read-date.ts';

export type NewFee = NonNullable<PayloadOf<'decideCase'>['fee']>;

/** What is typed where a fee is set: as text, because half an amount is none. */
export interface TypedFee {
  readonly amount: string;
  readonly due: string;
  readonly reason: string;
}

/** What is wrong with each field; none: it can be charged. */
export type FeeProblems = { readonly [F in keyof TypedFee]?: string };

const amountAsTyped = (cents: number) => formatCents(cents).replace(' €', '');

/** What stands in the form before anybody typed: what is charged, or what the service costs where that is one amount. */
export function initialFee({ fee }: Pick<Case, 'fee'>, usual: Fee | undefined, today: LocalDate): TypedFee {
  const isFixed = usual !== undefined && usual.fromCents === usual.toCents && usual.toCents > 0;
  const amount = fee?.amountCents ?? (isFixed ? usual.toCents : undefined);
  const due = fee?.dueOn ?? workingDayFrom(addDays(today, daysToPay));
  return { amount: amount === undefined ? '' : amountAsTyped(amount), due: formatLocalDate(due), reason: '' };
}

/** The fee as it is charged, or what is wrong with what was typed. */
export function readFee(
  typed: TypedFee,
  { serviceId, fee }: Pick<Case, 'serviceId' | 'fee'>,
  usual: Fee | undefined,
  today: LocalDate,
): { readonly fee: NewFee } | { readonly problems: FeeProblems } {
  const text = de.fees.setting;
  const amountCents = parseCents(typed.amount);
  const dueOn = readDate(typed.due, today);
  const reason = typed.reason.trim();
  const problems = {
    ...((amountCents === undefined || amountCents < 1 || amountCents > 1e8) && { amount: text.notAnAmount }),
    ...(dueOn === undefined && { due: de.dates.notADate }),
    ...(needsReason(amountCents, fee, usual) && reason === '' && { reason: text.reasonNeeded }),
    ...(reason.length > 1000 && { reason: de.cases.characters(reason.length, 1000) }),
  };
  if (amountCents === undefined || dueOn === undefined || Object.keys(problems).length > 0)
    return { problems };
  const fromCents = fee?.amountCents ?? null;
  return { fee: { serviceId, fromCents, amountCents, dueOn, reason } };
}

/** Another amount than was charged, or than the service costs. */
export function needsReason(
  amountCents: number | undefined,
  fee: Case['fee'],
  usual: Fee | undefined,
): boolean {
  if (amountCents === undefined) return false;
  if (fee !== undefined) return fee.amountCents !== amountCents;
  return usual !== undefined && !isUsual(usual, amountCents);
}

/** What the service costs, in a sentence. */
export function usualSentence(usual: Fee | undefined): string {
  const text = de.fees.usual;
  if (usual === undefined) return text.none;
  const { fromCents, toCents, isExample } = usual;
  const costs =
    toCents === 0
      ? text.free
      : fromCents === toCents
        ? text.fixed(formatCents(toCents))
        : text.range(formatCents(fromCents), formatCents(toCents));
  return isExample ? `${costs} ${text.example}` : costs;
}
