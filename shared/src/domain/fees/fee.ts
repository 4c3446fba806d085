import type { Fee } from '../service-description.ts';
import { instant, localDate } from '../time.ts';
import { z } from '../zod.ts';
import { cents } from './money.ts';

/** What is to be paid, and by when. */
export const chargedFee = z.strictObject({ amountCents: cents.min(1), dueOn: localDate });
export type ChargedFee = z.infer<typeof chargedFee>;

/** Why a fee is another one, waived, or a payment taken back. */
export const feeReason = z.string().max(1000);

/** As a decision charges it. */
export const decidedFee = z.strictObject({ ...chargedFee.shape, reason: feeReason });
export type DecidedFee = z.infer<typeof decidedFee>;

/** As it waits for a second clerk: with what was charged when it was proposed; null: nothing; absent in what came before. */
export const proposedFee = z.strictObject({ ...decidedFee.shape, fromCents: cents.nullable().optional() });
export type ProposedFee = z.infer<typeof proposedFee>;

/** Whether a service costs that much, as far as the municipality has said what it costs. */
export function isUsual({ fromCents, toCents, isExample }: Fee, amountCents: number): boolean {
  return isExample || (amountCents >= fromCents && amountCents <= toCents);
}

export const paymentWay = z.enum(['transfer', 'cash', 'ePayment']);
export type PaymentWay = z.infer<typeof paymentWay>;

/** A case's fee in the listed state: sums, from which the rest follows. The single payments are in the history. */
export const feeSums = z.strictObject({
  ...chargedFee.shape,
  /** When there first was one. */
  chargedAt: instant,
  /** What was open when the rest was waived; 0: nothing is. */
  waivedCents: cents,
  /** All payments together: more than is owed where too much was paid. */
  paidCents: z.int().min(0),
});
export type FeeSums = z.infer<typeof feeSums>;

export type FeeState = 'open' | 'paid' | 'waived';

/** What is still to be paid. */
export function openCents({ amountCents, waivedCents, paidCents }: FeeSums): number {
  return Math.max(0, amountCents - waivedCents - paidCents);
}

/** What was paid beyond what is owed, and is to be given back. */
export function overpaidCents({ amountCents, waivedCents, paidCents }: FeeSums): number {
  return Math.max(0, paidCents - Math.max(0, amountCents - waivedCents));
}

/** Nothing is kept of the state: it follows from the sums. */
export function feeStateOf(sums: FeeSums): FeeState {
  if (openCents(sums) > 0) return 'open';
  return sums.waivedCents > 0 ? 'waived' : 'paid';
}

/** From decision to due date, in calendar days, where nobody says otherwise. */
export const daysToPay = 30;
