import type { ClaimWrite } from '../domain/appointments/claim.ts';
import { waitingId } from '../domain/appointments/waiting.ts';
import { type CollectionName, type DocumentOf, documentSchemas } from '../domain/documents.ts';
import { appointmentId, type CaseId, type QuestionId, type TrackingCode } from '../domain/ids.ts';
import { instant } from '../domain/time.ts';
import { z } from '../domain/zod.ts';
import type { Refusal } from './refusal.ts';

/** What an operation does to one document; null removes it. */
export type Change = {
  [C in CollectionName]: {
    readonly collection: C;
    readonly id: string;
    readonly document: DocumentOf<C> | null;
  };
}[CollectionName];

/** Something to be done after the commit, by the server only (S10). */
export const effect = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('mail'),
    template: z.enum(['received', 'news', 'question']),
    to: z.email(),
    caseId: z.string().brand<'CaseId'>(),
    trackingCode: z.string().brand<'TrackingCode'>(),
    /** Which question it tells of: what becomes of this mail is told the clerk who asked. */
    questionId: z.string().brand<'QuestionId'>().optional(),
  }),
  z.strictObject({
    kind: z.literal('appointmentMail'),
    template: z.enum([
      'confirmRequest',
      'booked',
      'bookedInstead',
      'moved',
      'movedByOffice',
      'cancelled',
      'cancelledByOffice',
      'reminder',
      'offer',
    ]),
    to: z.email(),
    appointmentId,
    /** The appointment's when it was written: once that is another, something newer is told instead. */
    fence: z.int().min(1),
    /** What its person knew before it was moved. */
    from: z.strictObject({ startsAt: instant, endsAt: instant }).optional(),
    /** Absent: at once. */
    notBefore: instant.optional(),
  }),
  /** Somebody is on the waiting list now. */
  z.strictObject({ kind: z.literal('waitingMail'), to: z.email(), waitingId }),
]);
export type Effect = z.infer<typeof effect>;
export type CaseMail = Extract<Effect, { kind: 'mail' }>;
export type WaitingMail = Extract<Effect, { kind: 'waitingMail' }>;
export type AppointmentMail = Extract<Effect, { kind: 'appointmentMail' }>;

export type Outcome =
  | {
      readonly outcome: 'accepted';
      readonly changes: readonly Change[];
      readonly effects: readonly Effect[];
      /** On the server only, and only beside a change of a document (`hasClaims`); absent: none. */
      readonly claims?: readonly ClaimWrite[];
    }
  | { readonly outcome: 'refused'; readonly reason: Refusal }
  /** On a desk only: not all documents are here, so only the server can tell (L10). */
  | { readonly outcome: 'forecastOnly' };

export function accepted(
  changes: readonly Change[],
  effects: readonly Effect[] = [],
  claims: readonly ClaimWrite[] = [],
): Outcome {
  return { outcome: 'accepted', changes, effects, ...(claims.length > 0 && { claims }) };
}

/** Whether a decision that wrote these documents may have written claims: they are looked for nowhere else. */
export function hasClaims(touched: readonly Pick<Change, 'collection'>[]): boolean {
  return touched.some(({ collection }) => claiming.includes(collection));
}
const claiming: readonly CollectionName[] = ['appointments', 'holds', 'counters', 'leases'];

export function refused(reason: Refusal | Exclude<Refusal['code'], DetailedCode>): Outcome {
  if (typeof reason !== 'string') return { outcome: 'refused', reason };
  // TypeScript tells a union of more than 25 codes not apart
  return { outcome: 'refused', reason: { code: reason } as Refusal };
}
type DetailedCode =
  | 'invalidAnswers'
  | 'alreadyDecided'
  | 'alreadyAssigned'
  | 'notAssigned'
  | 'changedMeanwhile'
  | 'departmentInUse'
  | 'awaitingApproval'
  | 'alreadyPosted'
  | 'notPostedThen'
  | 'unknownPlaceholder'
  | 'questionEnded'
  | 'notLater'
  | 'feeOutOfRange'
  | 'feeChanged'
  | 'feeOverdue'
  | 'alreadyRecorded'
  | 'paymentRevoked'
  | 'visitNotOffered'
  | 'slotNotFree'
  | 'tooManyHolds'
  | 'appointmentMoved'
  | 'hoursDontFit';

export function forecastOnly(): Outcome {
  return { outcome: 'forecastOnly' };
}

/** Checked on the way out: what is stored is what the schema says, also when an operation has a bug. */
export function put<C extends CollectionName>(collection: C, document: DocumentOf<C>): Change {
  const parsed = documentSchemas[collection].parse(document) as DocumentOf<C>;
  return { collection, id: parsed.id, document: parsed } as unknown as Change;
}

export function remove(collection: CollectionName, id: string): Change {
  return { collection, id, document: null };
}

export function mail(
  template: 'received' | 'news',
  to: string,
  caseId: CaseId,
  trackingCode: TrackingCode,
): Effect {
  return { kind: 'mail', template, to, caseId, trackingCode };
}

export function questionMail(
  to: string,
  caseId: CaseId,
  trackingCode: TrackingCode,
  questionId: QuestionId,
): Effect {
  return { kind: 'mail', template: 'question', to, caseId, trackingCode, questionId };
}
