import { paymentSlip } from './fees/payment-slip.ts';
import { clerkId, letterId, opId, templateId } from './ids.ts';
import { instant, localDate } from './time.ts';
import { z } from './zod.ts';

/** What the line with the file reference is called. */
export const fileReferenceLabel = 'Aktenzeichen';

/** One line as it is printed. */
const line = z.string().max(200);

/** Who made the template a letter was made with: a version of the town's own, or one that is shipped (version 0). */
const madeWith = { templateId, templateVersion: z.int().min(0) };

/** What the address zone of an envelope's window shows (DIN 5008). */
export const mostAddressLines = 6;

/**
 * A letter as it was written, with everything that is printed on it: a municipality that moves and a template that is
 * changed don't change what was sent. Where on the page it stands is the printer's business (DIN 5008, form B).
 */
export const letter = z.strictObject({
  ...madeWith,
  sender: z.strictObject({
    name: z.string().min(1).max(120),
    /** Beside the name: department, address, ways to get in touch. */
    lines: z.array(line).max(8),
    /** At the foot of the first page: bank, opening hours. */
    foot: z.array(line).max(6),
    /** Above the address, in the window of the envelope. */
    returnAddress: z.string().max(160),
  }),
  /** Without an address nobody could send it. */
  addressee: z.array(z.string().min(1).max(120)).min(2).max(mostAddressLines),
  /** Aktenzeichen, date, who deals with it. */
  information: z.array(z.strictObject({ label: z.string().min(1).max(40), value: line })).max(8),
  subject: z.string().min(1).max(300),
  /** Paragraphs, an empty line between them. */
  text: z.string().min(1).max(30_000),
  /** What can be done against it (Rechtsbehelfsbelehrung); '' where there is nothing to be done against. */
  legalRemedy: z.string().max(3000),
  closing: z.string().max(200),
  /** What is to be paid, printed as a slip to transfer from; absent: nothing. */
  payment: paymentSlip.optional(),
  /** Room for a hand's signature above the name, or the sentence that none is needed. */
  signature: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('byHand'), name: z.string().min(1).max(200) }),
    z.strictObject({ kind: z.literal('none'), sentence: z.string().min(1).max(200) }),
  ]),
});
export type Letter = z.infer<typeof letter>;

/** A letter of a case. What waits for a second approval is none yet. */
export const caseLetter = z.strictObject({
  id: letterId,
  /** The operation it came into being with: while the server hasn't decided that one, the letter is a draft. */
  opId,
  purpose: z.enum(['decision', 'other']),
  byId: clerkId,
  at: instant,
  letter,
  /** A clerk put it into the post. */
  posted: z.strictObject({ on: localDate, byId: clerkId }).optional(),
  /** When it was first opened with the tracking code; absent: not since this is kept. By whom is not known. */
  seenAt: instant.optional(),
});
export type CaseLetter = z.infer<typeof caseLetter>;
