import type { Actor } from '../../domain/actor.ts';
import type { Case, Dossier } from '../../domain/case.ts';
import {
  type ChargedFee,
  chargedFee,
  type FeeSums,
  feeReason,
  isUsual,
  openCents,
  type ProposedFee,
} from '../../domain/fees/fee.ts';
import { type FeeAccount, feeAccount } from '../../domain/fees/fee-account.ts';
import { cents } from '../../domain/fees/money.ts';
import { type ClerkId, serviceId } from '../../domain/ids.ts';
import type { Letter } from '../../domain/letter.ts';
import { can } from '../../domain/permissions.ts';
import { renumbered } from '../../domain/renumbered-letter.ts';
import { type Instant, localDateOf } from '../../domain/time.ts';
import { z } from '../../domain/zod.ts';
import type { Load } from '../define-operation.ts';
import { forecastOnly, type Outcome, refused } from '../outcome.ts';

/** The listed sums of what the history says. */
export function sumsOf({ amountCents, dueOn, chargedAt, waivedCents, paidCents }: FeeAccount): FeeSums {
  return { amountCents, dueOn, chargedAt, waivedCents, paidCents };
}

/** The sums once this is charged. */
export function charge(
  before: FeeSums | undefined,
  { amountCents, dueOn }: ChargedFee,
  at: Instant,
): FeeSums {
  if (before) return { ...before, amountCents, dueOn };
  return { amountCents, dueOn, chargedAt: at, waivedCents: 0, paidCents: 0 };
}

/** The account of a case that has a fee, or why there is nothing to do. */
export function loadFee(dossier: Dossier): FeeAccount | { readonly stop: Outcome } {
  return feeAccount(dossier.events) ?? { stop: refused('noFee') };
}

/** Who sets, changes, waives or demands a fee again: the clerk who holds the case; or why this one can't. */
export function chargingClerk(
  actor: Actor,
  caseRecord: Case,
): { readonly byId: ClerkId } | { readonly stop: Outcome } {
  if (actor.kind !== 'clerk' || !can(actor, { action: 'read', on: caseRecord }))
    return { stop: refused('notAllowed') };
  if (!can(actor, { action: 'charge', on: caseRecord }))
    return { stop: refused({ code: 'notAssigned', toId: caseRecord.assigneeId }) };
  return { byId: actor.clerkId };
}

/** What a clerk charges. */
export const newFee = z.strictObject({
  /** The case's, whose fee says what is usual. */
  serviceId,
  /** What the clerk saw; null: none was charged. */
  fromCents: cents.nullable(),
  ...chargedFee.shape,
  /** '' where it is what the service says, for the first time. */
  reason: feeReason,
});

/** As a proposal keeps it. */
export function chargedBy({ fromCents, amountCents, dueOn, reason }: z.infer<typeof newFee>): ProposedFee {
  return { fromCents, amountCents, dueOn, reason: reason.trim() };
}

/**
 * Why a decision's fee can't be charged now, be it days after it was proposed: nobody undoes unseen what a colleague
 * charged or waived meanwhile, and nobody is told to pay by a day that is over.
 */
export function whyNotDecidable(
  { fee: now }: Pick<Case, 'fee'>,
  { fromCents, amountCents, dueOn }: ProposedFee,
  at: Instant,
): Outcome | undefined {
  const nowCents = now?.amountCents ?? null;
  if (fromCents !== undefined && nowCents !== fromCents && nowCents !== amountCents)
    return refused({ code: 'feeChanged', nowCents });
  if ((now?.waivedCents ?? 0) > 0) return refused('feeWaived');
  return dueOn < localDateOf(at) ? refused({ code: 'feeOverdue', dueOn }) : undefined;
}

/**
 * Why this can't be charged. Another amount than there was, or than the service says, takes a reason (a reduction, outlays,
 * a tax that hangs on the case); a figure the municipality hasn't confirmed says nothing.
 */
export function whyNotChargeable(
  docs: Load,
  caseRecord: Case,
  { amountCents, serviceId: service, fromCents, reason }: z.infer<typeof newFee>,
): Outcome | undefined {
  if (caseRecord.serviceId !== service) return refused('malformed');
  const nowCents = caseRecord.fee?.amountCents ?? null;
  if (nowCents !== fromCents && nowCents !== amountCents) return refused({ code: 'feeChanged', nowCents });
  if ((caseRecord.fee?.waivedCents ?? 0) > 0) return refused('feeWaived');
  const offered = docs.get('settings', service);
  if (offered === 'unknown') return forecastOnly();
  if (reason.trim() !== '') return undefined;
  if (nowCents !== null && nowCents !== amountCents) return refused('reasonRequired');
  const says = offered?.kind === 'service' ? offered.description?.fee : undefined;
  return says && !isUsual(says, amountCents)
    ? refused({ code: 'feeOutOfRange', fromCents: says.fromCents, toCents: says.toCents })
    : undefined;
}

/**
 * The letter with the reference of its case (a case may have been renumbered on the way), or the refusal where it asks for
 * another sum than is open: nobody is to be sent a demand that is wrong the day it goes out.
 */
export function fittingLetter(
  letter: Letter | undefined,
  { fileReference }: Pick<Case, 'fileReference'>,
  fee: FeeSums | undefined,
): { readonly letter: Letter | undefined } | { readonly stop: Outcome } {
  const nowCents = fee ? openCents(fee) : 0;
  if (letter?.payment && letter.payment.amountCents !== nowCents)
    return { stop: refused({ code: 'feeChanged', nowCents }) };
  return { letter: letter && renumbered(letter, fileReference) };
}
