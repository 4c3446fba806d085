import { z } from './zod.ts';

/** Where people look for a service: by what happens in their life. */
export const lifeSituation = z.enum([
  'property',
  'family',
  'education',
  'animals',
  'business',
  'traffic',
  'order',
]);
export type LifeSituation = z.infer<typeof lifeSituation>;

/** What it costs. Amounts are integer cents; the sentence says what they depend on. */
export const fee = z
  .strictObject({
    fromCents: z.int().min(0).max(1e8),
    toCents: z.int().min(0).max(1e8),
    says: z.string().min(1).max(300),
    /** A shipped figure nobody of the municipality has confirmed; the page marks it. */
    isExample: z.boolean(),
  })
  .refine(({ fromCents, toCents }) => fromCents <= toCents);
export type Fee = z.infer<typeof fee>;

/** Who decides. What belongs to the district is handed over: the municipality doesn't pretend to decide it. */
export const responsibleBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('municipality') }),
  z.strictObject({
    kind: z.literal('district'),
    name: z.string().min(1).max(160),
    contact: z.string().min(1).max(300),
    /** What the municipality does with an application that reaches it. */
    handOver: z.string().min(1).max(500),
  }),
]);
export type ResponsibleBody = z.infer<typeof responsibleBody>;

/** What people want to know before they apply. */
export const serviceDescription = z.strictObject({
  lifeSituation,
  /** Other words people look for it by. */
  searchWords: z.array(z.string().min(2).max(60)).max(20),
  /** What to have at hand. */
  needs: z.array(z.string().min(1).max(200)).min(1).max(15),
  fee,
  duration: z.string().min(1).max(200),
  /** Laws and by-laws it rests on, in words. Absent in what came before it was asked for. */
  legalBasis: z.string().max(300).optional(),
  responsibleBody,
  /** The ways to apply; `appointment`: in person, at an agreed time. */
  channels: z
    .array(z.enum(['online', 'appointment', 'district']))
    .min(1)
    .max(3),
});
export type ServiceDescription = z.infer<typeof serviceDescription>;
