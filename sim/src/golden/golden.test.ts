import { findKind } from '@amtsstube/shared/operations/registry';
import { changesAnswer, digestAnswer, operationsAnswer } from '@amtsstube/shared/replication/messages';
import { describe, expect, it } from 'vitest';
import { goldenVersions, readGolden, sha256OfAll } from './golden-set.ts';
import { countsOf, diskWith, goldenTown, handOverAll } from './golden-town.ts';

/**
 * Old and new side by side: what each released version wrote is read, handed over and decided by this one. For a set
 * that is red there is one remedy: teach this program the former shape (`former` of a kind, `messages.ts`).
 */
describe.each(goldenVersions())('what version %s wrote', (version) => {
  const { manifest, journal: bytes } = readGolden(version);
  const open = async () => {
    const town = await goldenTown(manifest.before);
    const disk = await diskWith(manifest.journalFile, bytes);
    return { town, journal: await town.journalOn(disk, Buffer.from(manifest.journalKey, 'base64')) };
  };

  it('[J9] its journal opens whole: every operation, as it was written', async () => {
    const { journal } = await open();
    expect(journal.notice).toBeUndefined();
    expect(journal.open).toHaveLength(manifest.operations.count);
    expect(sha256OfAll(journal.operations)).toBe(manifest.operations.sha256);
  });

  it('[S3] 1,000 operations it never handed over are decided by this server as by its own', async () => {
    const { town, journal } = await open();
    const receipts = await handOverAll(town, journal);
    expect(receipts.map(({ n }) => n)).toEqual(
      Array.from({ length: manifest.operations.count }, (_, index) => index + 1),
    );
    expect(countsOf(receipts)).toEqual(manifest.decided);
  });

  it('[S3] each kind it had is known, and its payload read', () => {
    for (const { kind, v, payload } of manifest.kinds) {
      const spec = findKind(kind);
      expect(spec, kind).toBeDefined();
      const read =
        spec?.v === v
          ? spec.payload.safeParse(payload).data
          : spec?.former?.find((former) => former.v === v)?.upgrade(payload);
      expect(read, `${kind} ${v}`).toBeDefined();
    }
  });

  it('its server’s answers are read by this desk', () => {
    const { operations, changes, digest } = manifest.answers;
    for (const answer of operations) operationsAnswer.parse(answer);
    for (const answer of changes) changesAnswer.parse(answer);
    for (const answer of digest) digestAnswer.parse(answer);
    expect(operations.length * changes.length * digest.length).toBeGreaterThan(0);
  });
});

it('an older server is told nothing it can’t decide: a newer desk keeps what it doesn’t know, and all behind it, in order', async () => {
  const [version = ''] = goldenVersions();
  const { manifest, journal: bytes } = readGolden(version);
  const town = await goldenTown(manifest.before);
  const disk = await diskWith(manifest.journalFile, bytes);
  const journal = await town.journalOn(disk, Buffer.from(manifest.journalKey, 'base64'));
  // as a newer program writes it: a kind that this server has never heard of
  await town.note(journal, 'von morgen', 'kindOfTomorrow');
  await town.note(journal, 'dahinter');
  const { drain } = town.desk(journal);
  while (journal.open.length > 2) await drain.run();
  expect(await drain.run()).not.toBe('empty');
  expect(journal.open.map(({ kind }) => kind)).toEqual(['kindOfTomorrow', 'addNote']);
  expect(drain.notNow$.value).toBe('unknownKind');
  expect(countsOf(journal.operations.flatMap(({ n }) => journal.receiptOf(n) ?? []))).toEqual(
    manifest.decided,
  );
});
