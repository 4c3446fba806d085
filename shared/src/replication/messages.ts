import { type AnyDocument, type CollectionName, documentSchemas } from '../domain/documents.ts';
import { deviceId, epoch, opId } from '../domain/ids.ts';
import { viewOf } from '../domain/newer-document.ts';
import { instant } from '../domain/time.ts';
import { z } from '../domain/zod.ts';
import { deskOperation } from '../operations/operation.ts';
import { type Refusal, refusal, serverVersion } from '../operations/refusal.ts';
import { type ReplicatedCollection, replicatedCollection } from './collections.ts';

/** Position in a municipality's order of decisions; 0 = before the first. */
export const seq = z.int().min(0);

/** A document as it is at `seq`; null = removed (or moved out of the desk's scopes). */
export interface VersionedDocument<C extends CollectionName = ReplicatedCollection> {
  readonly collection: C;
  readonly id: string;
  readonly seq: number;
  readonly document: AnyDocument | null;
  /** A newer server wrote it: kept word for word, and shown as far as it can be read (`shownVersion`). */
  readonly isNewer?: true;
}

export const versionedDocument: z.ZodType<VersionedDocument> = z
  .object({
    collection: replicatedCollection,
    id: z.string().min(1).max(80),
    seq,
    document: z.unknown(),
  })
  .transform((versioned, context): VersionedDocument => {
    if (versioned.document === null) return { ...versioned, document: null };
    const { collection, document } = versioned;
    const parsed = documentSchemas[collection].safeParse(document);
    if (parsed.success && parsed.data.id === versioned.id)
      return { ...versioned, document: parsed.data as AnyDocument };
    const held = heldDocument.safeParse(document);
    if (held.success && held.data.id === versioned.id)
      return { ...versioned, document: document as AnyDocument, isNewer: true };
    context.addIssue({ code: 'custom', message: `not a document of ${collection}` });
    return z.NEVER;
  });

/** The least a document of a newer program must say to be kept: which it is, and who may see it. */
const heldDocument = z.looseObject({ id: z.string(), scope: z.string() });

/** A version as a desk shows it; `undefined`: it is there, and this program can make nothing of it (L10). */
export interface ShownVersion extends Omit<VersionedDocument, 'document'> {
  readonly document: AnyDocument | null | undefined;
}

export function shownVersion(versioned: VersionedDocument): ShownVersion {
  const { collection, document, isNewer } = versioned;
  return isNewer && document ? { ...versioned, document: viewOf(collection, document) } : versioned;
}

/** Of an answer that names collections: those this program has. What a newer server has besides is nothing to it. */
function ofKnownCollections(given: unknown): unknown {
  const isKnown = (each: unknown) =>
    replicatedCollection.safeParse((each as { readonly collection?: unknown } | null)?.collection ?? each)
      .success;
  return Array.isArray(given) ? given.filter(isKnown) : given;
}

const knownDocuments = z.preprocess(ofKnownCollections, z.array(versionedDocument));

/** Whatever the server says for a reason, it has refused: that must reach the person. */
const readRefusal = z.union([
  refusal,
  z.looseObject({ code: z.string() }).transform((): Refusal => ({ code: 'ofNewerProgram' })),
]);

/** The server's answer to one operation. Final. */
export const receipt = z.object({
  opId,
  n: z.int().min(1),
  seq,
  decidedAt: instant,
  result: z.discriminatedUnion('decided', [
    z.object({ decided: z.literal('accepted') }),
    z.object({ decided: z.literal('refused'), reason: readRefusal }),
    /** The opId was known with another payload: the first one counts, this text stays with the person (S2). */
    z.object({ decided: z.literal('alreadyReceived') }),
  ]),
});
export type Receipt = z.infer<typeof receipt>;

/** Decisions of one device with the documents they touched, as they are now: read in one snapshot (S5, S6). */
export const decisions = z.object({
  receipts: z.array(receipt),
  documents: knownDocuments,
});
export type Decisions = z.infer<typeof decisions>;

/** Where a desk's copy of a collection stands. Opaque to the desk; compared by the server. */
export const checkpoint = z.looseObject({
  epoch,
  seq,
  /** Hash of the log row at `seq`: a server that doesn't know it was restored unnoticed (S4). */
  hash: z.string().max(64),
  /** A newer server may have other ones. */
  scopes: z.array(z.string().max(100)),
});
export type Checkpoint = z.infer<typeof checkpoint>;

/** Another epoch: the server was restored; `lastN` = the last operation of this device it knows (S7, L8). */
export const otherEpoch = z.object({ result: z.literal('otherEpoch'), epoch, lastN: z.int().min(0) });

/**
 * The clerk's scopes are no longer those of the checkpoint: the copy is built anew, beside the old one, from the
 * beginning (S9). Nothing of the answer concerns the journal: what waits is handed over as before.
 */
export const otherScopes = z.object({ result: z.literal('otherScopes'), epoch });

export const maximumOperationsPerRequest = 500;

export const operationsRequest = z.strictObject({
  /** null: this journal has never had an answer. */
  epoch: epoch.nullable(),
  deviceId,
  /** The first n without a receipt. */
  firstOpen: z.int().min(1),
  operations: z.array(deskOperation).max(maximumOperationsPerRequest),
});
export type OperationsRequest = z.infer<typeof operationsRequest>;

export const operationsAnswer = z.discriminatedUnion('result', [
  z.object({
    result: z.literal('decided'),
    epoch,
    serverTime: instant,
    serverVersion,
    decisions,
    /** Set when operations were missing before the first one sent: send from here (S2). */
    expect: z.int().min(1).nullable(),
    /** The numbers were used before by another history of this journal: it needs a new identity (S2). */
    counterReused: z.boolean(),
    /** Stopped before this operation; nothing of it is stored (S3). */
    notNow: z
      .object({ n: z.int(), cause: z.enum(['unknownKind', 'unknownVersion', 'storage']).catch('storage') })
      .nullable(),
  }),
  otherEpoch,
]);
export type OperationsAnswer = z.infer<typeof operationsAnswer>;

export const maximumPageSize = 1000;

/** Sent as JSON in a POST body: a checkpoint is too long and too personal for a URL. */
export const changesRequest = z.strictObject({
  epoch: epoch.nullable(),
  deviceId,
  firstOpen: z.int().min(1),
  checkpoint: checkpoint.nullable(),
  limit: z.int().min(1).max(maximumPageSize),
});
export type ChangesRequest = z.infer<typeof changesRequest>;

export const changesAnswer = z.discriminatedUnion('result', [
  z.object({
    result: z.literal('page'),
    epoch,
    serverTime: instant,
    serverVersion,
    /** The municipality's seq in the snapshot this page was read from. */
    head: seq,
    documents: knownDocuments,
    checkpoint,
    /** Whether more documents wait behind this page. */
    more: z.boolean(),
    decisions,
  }),
  otherEpoch,
  otherScopes,
]);
export type ChangesAnswer = z.infer<typeof changesAnswer>;

export const digestRequest = z.strictObject({ epoch: epoch.nullable(), deviceId });
export type DigestRequest = z.infer<typeof digestRequest>;

export const digestAnswer = z.discriminatedUnion('result', [
  z.object({
    result: z.literal('digest'),
    epoch,
    /** The municipality's seq in the snapshot. */
    head: seq,
    /** seq of the newest change in this collection and these scopes. */
    newest: seq,
    count: z.int().min(0),
    hash: z.string().max(64),
  }),
  otherEpoch,
]);
export type DigestAnswer = z.infer<typeof digestAnswer>;

/** One dossier that rests on the server, fetched because somebody opened the case. */
export const dossierAnswer = z.object({
  epoch,
  dossier: versionedDocument.refine(({ collection }) => collection === 'dossiers'),
});
export type DossierAnswer = z.infer<typeof dossierAnswer>;

export const hint = z.object({
  seq,
  collections: z.preprocess(ofKnownCollections, z.array(replicatedCollection)),
});
export type Hint = z.infer<typeof hint>;

/** The body of every HTTP refusal of the API. */
export const problem = z.object({
  code: z.enum([
    'malformedRequest',
    'tooLarge',
    'notSignedIn',
    'notAllowed',
    'wrongCode',
    'wrongPassword',
    /** This device was put out by an administrator: its keys have to go. Said to nobody but that device. */
    'workstationRevoked',
    /** The server knows no such device, as after a restore: it keeps everything and asks for a new code. */
    'workstationUnknown',
    /** This person works here no more. */
    'clerkDeactivated',
    'wrongMunicipality',
    'foreignDevice',
    /** An account of somebody else has this e-mail address. */
    'addressTaken',
    'notFound',
    /** The blob is named, and its bytes are still on the desk that added it (B1). */
    'blobExpected',
    /** Bytes that don't hash to the name they came under: nothing of them is kept (B1). */
    'blobDamaged',
    /** The upload goes on elsewhere than the sender thinks: ask for the offset. */
    'otherOffset',
    'tooManyRequests',
    'unavailable',
    'internal',
  ]),
  /** Where a malformed request is wrong: a path in the body, no content. */
  where: z.string().max(200).optional(),
});
export type Problem = z.infer<typeof problem>;
