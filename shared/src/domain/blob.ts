import { z } from './zod.ts';

/** A file's bytes are named by their SHA-256, in lower-case hex (B1): the same bytes are one blob, other bytes another. */
export const blobHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'BlobHash'>();
export type BlobHash = z.infer<typeof blobHash>;

/** What a town hall files, and every desk can show or hand on. The type is told by the bytes, never by the name. */
export const mediaTypes = ['application/pdf', 'image/jpeg', 'image/png', 'image/tiff'] as const;
export const mediaType = z.enum(mediaTypes);
export type MediaType = z.infer<typeof mediaType>;

/** The same types in one word each, as forms and their answers name them. */
export const fileKind = z.enum(['pdf', 'jpeg', 'png', 'tiff']);
export type FileKind = z.infer<typeof fileKind>;

export const mediaTypeOfKind: Readonly<Record<FileKind, MediaType>> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  tiff: 'image/tiff',
};

/** 25 MB: fifty scanned pages at 300 dpi, and what a line of 1 Mbit/s takes in four minutes. */
export const maximumBlobBytes = 25 * 1024 * 1024;
export const blobSize = z.int().min(1).max(maximumBlobBytes);

/** As shown and saved: no separator, no control character, no half of a pair of surrogates: it stands in headers and folders. */
export const blobName = z
  .string()
  .min(1)
  .max(200)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  .regex(/^[^\u0000-\u001f\u007f/\\\p{Cs}]+$/u);

const signatures: readonly (readonly [MediaType, readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['image/tiff', [0x4d, 0x4d, 0x00, 0x2a]],
];

/** The type by the first bytes; undefined: none of the allowed ones. */
export function mediaTypeOf(bytes: Uint8Array): MediaType | undefined {
  return signatures.find(([, signature]) => signature.every((byte, at) => bytes[at] === byte))?.[0];
}
