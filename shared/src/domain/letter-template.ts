import { decisionKind } from './decision.ts';
import { serviceId, templateId, textBlockId } from './ids.ts';
import { instant } from './time.ts';
import { z } from './zod.ts';

/** Of which services; empty: of all. */
const forServices = z.array(serviceId).max(200);

/** What a letter is made from: its texts with placeholders (`letters/placeholders.ts`). */
export const templateContent = z.strictObject({
  name: z.string().min(1).max(120),
  forServices,
  /** For which decisions; empty: for other letters of a case. */
  decisionKinds: z.array(decisionKind).max(5),
  subject: z.string().min(1).max(300),
  /** Paragraphs, an empty line between them. One that is empty once it is filled falls away. */
  text: z.string().min(1).max(20_000),
  legalRemedy: z.string().max(3000),
  closing: z.string().max(200),
  signature: z.enum(['byHand', 'none']),
});
export type TemplateContent = z.infer<typeof templateContent>;

export const letterTemplate = z.strictObject({
  ...templateContent.shape,
  id: templateId,
  /** Counted up with each change: letters say which one they were made with. */
  version: z.int().min(0),
  /** Offered no more. */
  retiredAt: instant.optional(),
});
export type LetterTemplate = z.infer<typeof letterTemplate>;

/** A text that clerks put together reasons and letters from. */
export const textBlockContent = z.strictObject({
  title: z.string().min(1).max(120),
  /** What is typed after a slash to insert it. */
  key: z.string().regex(/^[a-zäöüß0-9-]{1,20}$/),
  text: z.string().min(1).max(5000),
  forServices,
});
export type TextBlockContent = z.infer<typeof textBlockContent>;

export const textBlock = z.strictObject({
  ...textBlockContent.shape,
  id: textBlockId,
  retiredAt: instant.optional(),
});
export type TextBlock = z.infer<typeof textBlock>;

/** Whether it is offered where this service's cases are worked on. */
export function isFor(
  { forServices: services, retiredAt }: Pick<LetterTemplate, 'forServices' | 'retiredAt'>,
  service: string,
): boolean {
  return retiredAt === undefined && (services.length === 0 || services.some((id) => id === service));
}
