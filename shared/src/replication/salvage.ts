import { clerkId, epoch } from '../domain/ids.ts';
import { instant } from '../domain/time.ts';
import { z } from '../domain/zod.ts';
import { replicatedCollection } from './collections.ts';

/** A document of the time before a restore, as a desk's copy held it. `seq` counts in that former epoch. */
export const salvagedDocument = z.strictObject({
  collection: replicatedCollection,
  id: z.string().min(1).max(200),
  seq: z.int().min(0),
  document: z.unknown(),
});
export type SalvagedDocument = z.infer<typeof salvagedDocument>;

/** So many at most in one request; a desk sends the rest in the next. */
export const salvageBatch = 100;

/** What a desk held of a former epoch and its new copy lacks (L8). */
export const salvageRequest = z.strictObject({
  epoch,
  documents: z.array(salvagedDocument).max(salvageBatch),
});
export type SalvageRequest = z.infer<typeof salvageRequest>;

/** What the server still lacks, for an administrator to look through. */
export const salvageList = z.strictObject({
  documents: z.array(
    salvagedDocument.extend({
      broughtBy: clerkId,
      broughtAt: instant,
    }),
  ),
});
export type SalvageList = z.infer<typeof salvageList>;
export type SalvageEntry = SalvageList['documents'][number];

/** Looked through: it need not be kept any more. */
export const salvageDone = z.strictObject({
  documents: z.array(salvagedDocument.pick({ collection: true, id: true })).max(1000),
});
export type SalvageDone = z.infer<typeof salvageDone>;
