import type { CaseEvent } from '../case.ts';
import type { ClerkId, PaymentId } from '../ids.ts';
import type { Instant, LocalDate } from '../time.ts';
import type { FeeSums, PaymentWay } from './fee.ts';

/** One payment as it was recorded. One taken back stays, with why. */
export interface Payment {
  readonly id: PaymentId;
  readonly amountCents: number;
  readonly way: PaymentWay;
  readonly on: LocalDate;
  /** null: by the server, from the ePayment provider. */
  readonly byId: ClerkId | null;
  readonly at: Instant;
  readonly revoked: { readonly byId: ClerkId; readonly at: Instant; readonly reason: string } | undefined;
}

/** All there is to know of a case's fee. */
export interface FeeAccount extends FeeSums {
  readonly waiver: { readonly byId: ClerkId; readonly at: Instant; readonly reason: string } | undefined;
  readonly payments: readonly Payment[];
}

/** What the history says of the fee: it is written nowhere else, so nothing can come apart. undefined: there is none. */
export function feeAccount(events: readonly CaseEvent[]): FeeAccount | undefined {
  let account: FeeAccount | undefined;
  for (const event of events) account = after(account, event);
  return account;
}

function after(account: FeeAccount | undefined, event: CaseEvent): FeeAccount | undefined {
  if (event.kind === 'feeSet' || (event.kind === 'decided' && event.fee))
    return charged(account, event.kind === 'feeSet' ? event : event.fee, event.at);
  if (account === undefined) return undefined;
  switch (event.kind) {
    case 'feeWaived': {
      const { byId, at, reason, amountCents } = event;
      return { ...account, waivedCents: amountCents, waiver: { byId, at, reason } };
    }
    case 'waiverRevoked':
      return { ...account, waivedCents: 0, waiver: undefined };
    case 'paymentRecorded': {
      const { paymentId: id, amountCents, way, on, at, byId = null } = event;
      const payments = [...account.payments, { id, amountCents, way, on, byId, at, revoked: undefined }];
      return { ...account, payments, paidCents: account.paidCents + amountCents };
    }
    case 'paymentRevoked': {
      const { byId, at, reason, amountCents } = event;
      const payments = account.payments.map((each) =>
        each.id === event.paymentId ? { ...each, revoked: { byId, at, reason } } : each,
      );
      return { ...account, payments, paidCents: account.paidCents - amountCents };
    }
    default:
      return account;
  }
}

function charged(
  before: FeeAccount | undefined,
  fee: { readonly amountCents: number; readonly dueOn: LocalDate } | undefined,
  at: Instant,
): FeeAccount | undefined {
  if (fee === undefined) return before;
  const { amountCents, dueOn } = fee;
  if (before) return { ...before, amountCents, dueOn };
  return { amountCents, dueOn, chargedAt: at, waivedCents: 0, paidCents: 0, waiver: undefined, payments: [] };
}
