import type { CaseEvent } from '@amtsstube/shared/domain/case';
import { formatCents } from '@amtsstube/shared/domain/fees/money';
import { formatInstant, formatLocalDate } from '@amtsstube/shared/domain/time';
import type { Refusal } from '@amtsstube/shared/operations/refusal';
import { de } from '../texts/de.ts';
import type { NameOf } from './names.ts';

type FeeEvent = Extract<
  CaseEvent,
  { kind: 'feeSet' | 'feeWaived' | 'waiverRevoked' | 'paymentRecorded' | 'paymentRevoked' }
>;

/** A line of the history about the fee. */
export function feeLine(event: FeeEvent, nameOf: NameOf): { readonly line: string; readonly text: string } {
  const text = de.fees.history;
  switch (event.kind) {
    case 'feeSet': {
      const { byId, amountCents, dueOn, reason } = event;
      return { line: text.set(nameOf(byId), formatCents(amountCents), formatLocalDate(dueOn)), text: reason };
    }
    case 'feeWaived':
      return { line: text.waived(nameOf(event.byId), formatCents(event.amountCents)), text: event.reason };
    case 'waiverRevoked':
      return { line: text.unwaived(nameOf(event.byId)), text: event.reason };
    case 'paymentRecorded': {
      const { byId, amountCents, way, word } = event;
      const amount = formatCents(amountCents);
      const line = byId
        ? text.recorded(nameOf(byId), amount, de.fees.payments.way[way])
        : text.paidOnline(amount);
      return { line, text: word };
    }
    case 'paymentRevoked':
      return { line: text.revoked(nameOf(event.byId), formatCents(event.amountCents)), text: event.reason };
  }
}

type FeeRefusal = Extract<
  Refusal,
  {
    code:
      | 'feeOutOfRange'
      | 'feeChanged'
      | 'feeOverdue'
      | 'alreadyRecorded'
      | 'paymentRevoked'
      | 'noFee'
      | 'feeWaived'
      | 'notWaived'
      | 'feePaid'
      | 'noSuchPayment';
  }
>;

/** Why an act on a fee was refused; no full stop. */
export function feeRefusal(reason: FeeRefusal, nameOf: NameOf): string {
  const text = de.fees.refusals;
  switch (reason.code) {
    case 'feeOutOfRange':
      return text.feeOutOfRange(formatCents(reason.fromCents), formatCents(reason.toCents));
    case 'feeChanged':
      return text.feeChanged(reason.nowCents === null ? text.noneCharged : formatCents(reason.nowCents));
    case 'feeOverdue':
      return text.feeOverdue(formatLocalDate(reason.dueOn));
    case 'alreadyRecorded':
      return text.alreadyRecorded(formatInstant(reason.at));
    case 'paymentRevoked':
      return text.paymentRevoked(nameOf(reason.byId), formatInstant(reason.at));
    default:
      return text[reason.code];
  }
}
