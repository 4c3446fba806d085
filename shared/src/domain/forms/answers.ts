import { blobName, blobSize } from '../blob.ts';
import { z } from '../zod.ts';
import { fieldId } from './field-id.ts';

/** A file that belongs to an answer; the bytes are a blob under their SHA-256. */
export const uploadedFile = z.strictObject({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** As the person's computer called it: shown, never used as a path. */
  name: blobName.regex(/^[^\p{Cc}\p{Cs}]+$/u),
  kind: z.string().max(20),
  bytes: blobSize,
});
export type UploadedFile = z.infer<typeof uploadedFile>;

const plainValue = z.union([z.string().max(5000), z.boolean(), z.number()]);
/** What one question was answered with: a text, yes or no, a number (money in cents), chosen options, parts, files. */
export const memberValue = z.union([
  plainValue,
  z.array(z.string().max(60)).max(50),
  z.array(uploadedFile).max(20),
  z.record(fieldId, z.string().max(500)),
]);
/** The entries of a repeated group, each with answers of its own. */
const entries = z.array(z.record(fieldId, memberValue)).max(50);

export const answerValue = z.union([memberValue, entries]);
export type AnswerValue = z.infer<typeof answerValue>;

/** Answers by field id. A field that is not visible has no answer. */
export const answers = z.record(fieldId, answerValue);
export type Answers = z.infer<typeof answers>;
