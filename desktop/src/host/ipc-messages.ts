import { z } from '@amtsstube/shared/domain/zod';
import { fileName } from './file-name.ts';
import { hostFailureCodes } from './host-failure.ts';

/** Not `instanceof`: what crossed from another context of JavaScript has another `Uint8Array`. */
const bytes = z.custom<Uint8Array>(
  (value) => Object.prototype.toString.call(value) === '[object Uint8Array]',
  'not bytes',
);
/** Keys are short: the system's safe is no store for anything else. */
const keyBytes = bytes.refine(({ length }) => length <= 4_096, 'too long for a key');
/** Names an open journal, or an ownership, among window and main process. */
const handle = z.int().positive();
const nothing = z.undefined();

/** What the window asks of the main process. `start` comes first, and ends what a former page held. */
export const ipcCall = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('start') }),
  z.strictObject({ kind: z.literal('stop') }),
  z.strictObject({ kind: z.literal('listJournals') }),
  z.strictObject({ kind: z.literal('openJournal'), name: fileName }),
  z.strictObject({ kind: z.literal('readJournal'), handle }),
  z.strictObject({ kind: z.literal('appendJournal'), handle, bytes }),
  z.strictObject({ kind: z.literal('truncateJournal'), handle, length: z.number().or(z.nan()) }),
  z.strictObject({ kind: z.literal('closeJournal'), handle }),
  z.strictObject({ kind: z.literal('setAside'), name: fileName, bytes }),
  z.strictObject({ kind: z.literal('removeJournal'), name: fileName }),
  z.strictObject({ kind: z.literal('readFile'), name: fileName }),
  z.strictObject({ kind: z.literal('writeFile'), name: fileName, bytes }),
  z.strictObject({ kind: z.literal('removeFile'), name: fileName }),
  z.strictObject({ kind: z.literal('listBlobs') }),
  z.strictObject({ kind: z.literal('readBlob'), name: fileName }),
  z.strictObject({ kind: z.literal('writeBlob'), name: fileName, bytes }),
  z.strictObject({ kind: z.literal('removeBlob'), name: fileName }),
  z.strictObject({ kind: z.literal('wrapKey'), bytes: keyBytes }),
  z.strictObject({ kind: z.literal('unwrapKey'), bytes: keyBytes }),
  z.strictObject({ kind: z.literal('persistence') }),
  z.strictObject({ kind: z.literal('storage') }),
  z.strictObject({ kind: z.literal('claimOwnership'), name: fileName }),
  z.strictObject({ kind: z.literal('releaseOwnership'), handle }),
  z.strictObject({ kind: z.literal('notify'), title: z.string().max(200), body: z.string().max(2_000) }),
]);

export type IpcCall = z.infer<typeof ipcCall>;
export type IpcCallKind = IpcCall['kind'];

const ipcResultSchemas = {
  start: z.object({ hasKeyVault: z.boolean() }),
  stop: nothing,
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
  wrapKey: bytes,
  unwrapKey: z.object({ bytes, isOutdated: z.boolean() }).optional(),
  persistence: z.enum(['granted', 'refused', 'unneeded']),
  storage: z.object({ usedBytes: z.number(), quotaBytes: z.union([z.number(), z.undefined()]) }),
  claimOwnership: handle.optional(),
  releaseOwnership: nothing,
  notify: nothing,
} as const satisfies Record<IpcCallKind, z.ZodType>;

export type IpcResults = { [Kind in IpcCallKind]: z.infer<(typeof ipcResultSchemas)[Kind]> };

/** What the main process gives back, by the kind of the call. */
export const ipcResult: { readonly [Kind in IpcCallKind]: z.ZodType<IpcResults[Kind]> } = ipcResultSchemas;

/** Names one load of the page: a reload is a new one, and what the former asked for is none of its business. */
const page = z.uuid();

/** `id` ties the reply to its request. `call` is parsed after it, so that a malformed one can be answered. */
export const ipcRequest = z.strictObject({ page, id: z.int().positive(), call: z.unknown() });

export const ipcReply = z.discriminatedUnion('outcome', [
  z.object({ page, id: z.int().positive(), outcome: z.literal('done'), result: z.unknown() }),
  z.object({
    page,
    id: z.int().positive(),
    outcome: z.literal('failed'),
    code: z.enum(hostFailureCodes),
    message: z.string(),
  }),
]);

export type IpcRequest = z.infer<typeof ipcRequest> & { call: IpcCall };
export type IpcReply = z.infer<typeof ipcReply>;
