import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from '@amtsstube/shared/domain/zod';
import { serverOperation } from '@amtsstube/shared/operations/operation';

/** What a released version wrote and sent, kept for ever: later programs must read and decide it (S3). */
export const goldenManifest = z.strictObject({
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  /** The key the journal was written under, base64. It protects nothing: all in it is made up. */
  journalKey: z.base64(),
  journalFile: z.string(),
  /** SHA-256 of the journal's operations as JSON, one per line, in order. */
  operations: z.strictObject({ count: z.int().min(1000), sha256: z.string().length(64) }),
  /** What must have been decided before it is handed over: applications of citizens. */
  before: z.array(serverOperation),
  /** How the version itself decided the journal: outcome or reason → how many. */
  decided: z.record(z.string(), z.int()),
  /** One payload of each kind, as that version wrote it. */
  kinds: z.array(z.strictObject({ kind: z.string(), v: z.int(), payload: z.unknown() })),
  /** Answers of that version's server, by what was asked. */
  answers: z.strictObject({
    operations: z.array(z.unknown()),
    changes: z.array(z.unknown()),
    digest: z.array(z.unknown()),
  }),
});
export type GoldenManifest = z.infer<typeof goldenManifest>;

export const goldenDirectory = join(import.meta.dirname, 'versions');
export const journalName = 'journal.bin';
export const manifestName = 'manifest.json';

export function goldenVersions(): readonly string[] {
  return readdirSync(goldenDirectory).toSorted();
}

export function readGolden(version: string): { manifest: GoldenManifest; journal: Uint8Array } {
  const folder = join(goldenDirectory, version);
  return {
    manifest: goldenManifest.parse(JSON.parse(readFileSync(join(folder, manifestName), 'utf8'))),
    journal: new Uint8Array(readFileSync(join(folder, journalName))),
  };
}

export function sha256OfAll(operations: readonly unknown[]): string {
  const hash = createHash('sha256');
  for (const operation of operations) hash.update(`${JSON.stringify(operation)}\n`);
  return hash.digest('hex');
}
