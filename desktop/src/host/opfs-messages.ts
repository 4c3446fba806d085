import { z } from '@amtsstube/shared/domain/zod';
import { fileName } from './file-name.ts';
import { hostFailureCodes } from './host-failure.ts';

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'not bytes');
/** Names an open journal among page and worker. */
const handle = z.int().positive();
const nothing = z.undefined();

/** What the page asks of the worker. `start` comes first. */
export const opfsCall = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('start'), directory: fileName }),
  z.object({ kind: z.literal('listJournals') }),
  z.object({ kind: z.literal('openJournal'), name: fileName }),
  z.object({ kind: z.literal('readJournal'), handle }),
  z.object({ kind: z.literal('appendJournal'), handle, bytes }),
  z.object({ kind: z.literal('truncateJournal'), handle, length: z.number() }),
  z.object({ kind: z.literal('closeJournal'), handle }),
  z.object({ kind: z.literal('setAside'), name: fileName, bytes }),
  z.object({ kind: z.literal('removeJournal'), name: fileName }),
  z.object({ kind: z.literal('readFile'), name: fileName }),
  z.object({ kind: z.literal('writeFile'), name: fileName, bytes }),
  z.object({ kind: z.literal('removeFile'), name: fileName }),
  z.object({ kind: z.literal('listBlobs') }),
  z.object({ kind: z.literal('readBlob'), name: fileName }),
  z.object({ kind: z.literal('writeBlob'), name: fileName, bytes }),
  z.object({ kind: z.literal('removeBlob'), name: fileName }),
]);

export type OpfsCall = z.infer<typeof opfsCall>;
export type OpfsCallKind = OpfsCall['kind'];

const opfsResultSchemas = {
  start: nothing,
  listJournals: z.array(fileName),
  openJournal: handle,
  readJournal: bytes,
  appendJournal: nothing,
  truncateJournal: nothing,
  closeJournal: nothing,
  setAside: fileName,
  removeJournal: nothing,
  readFile: bytes.optional(),
  writeFile: nothing,
  removeFile: nothing,
  listBlobs: z.array(fileName),
  readBlob: bytes.optional(),
  writeBlob: nothing,
  removeBlob: nothing,
} as const satisfies Record<OpfsCallKind, z.ZodType>;

export type OpfsResults = { [Kind in OpfsCallKind]: z.infer<(typeof opfsResultSchemas)[Kind]> };

/** What the worker gives back, by the kind of the call. */
export const opfsResult: { readonly [Kind in OpfsCallKind]: z.ZodType<OpfsResults[Kind]> } =
  opfsResultSchemas;

/** `id` ties the reply to its request: several may be under way. `call` is parsed after it, so that it can be answered. */
export const opfsRequest = z.object({ id: z.int(), call: z.unknown() });

export const opfsReply = z.discriminatedUnion('outcome', [
  z.object({ id: z.int(), outcome: z.literal('done'), result: z.unknown() }),
  z.object({
    id: z.int(),
    outcome: z.literal('failed'),
    code: z.enum(hostFailureCodes),
    message: z.string(),
  }),
]);

export type OpfsRequest = z.infer<typeof opfsRequest> & { call: OpfsCall };
export type OpfsReply = z.infer<typeof opfsReply>;

/** Below this a copy takes less time than handing over does. */
const smallBytes = 64 * 1024;

/** The buffers a message may hand over instead of copying. */
export function transferOf(value: unknown): Transferable[] {
  const isLarge = value instanceof Uint8Array && value.length >= smallBytes;
  return isLarge && value.buffer instanceof ArrayBuffer ? [value.buffer] : [];
}
