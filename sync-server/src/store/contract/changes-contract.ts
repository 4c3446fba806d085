import { addDigest, documentDigest, emptyDigest } from '@amtsstube/shared/replication/digest';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Store, StoredDocument } from '../store.ts';
import { aDocument, decide, scopeA, scopeB, town } from './contract-builders.ts';

/** What desks pull, and what they compare it with. */
export function changesContract(current: () => Store): void {
  const changes = (scopes: readonly string[], after: number, limit: number) =>
    current().snapshot(town, (read) => read.changes('cases', scopes, after, limit));
  const write = (documents: (seq: number) => readonly StoredDocument[]) =>
    current().transact(town, (tx) => decide(tx, documents));

  it('[S4] changes come by seq, within the scopes, after the given seq, at most so many', async () => {
    await write((seq) => [aDocument('a1', seq), aDocument('b1', seq, { scope: scopeB })]);
    await write((seq) => [aDocument('a2', seq), aDocument('d1', seq, { collection: 'dossiers' })]);
    await write((seq) => [aDocument('all', seq, { scope: 'all' })]);
    await write((seq) => [aDocument('b2', seq, { scope: scopeB })]);
    const ids = async (...query: Parameters<typeof changes>) => (await changes(...query)).map(({ id }) => id);
    expect(await ids([scopeA], 0, 10)).toEqual(['a1', 'a2']);
    expect(await ids(['all', scopeB, scopeA], 0, 10)).toEqual(['a1', 'b1', 'a2', 'all', 'b2']);
    expect(await ids(['all', scopeA, scopeB], 1, 2)).toEqual(['a2', 'all']);
    expect(await ids(['all', scopeA, scopeB], 4, 10)).toEqual([]);
    expect(await ids([], 0, 10)).toEqual([]);
    expect(await ids([scopeA, scopeA], 0, 10)).toEqual(['a1', 'a2']);
  });

  it('[S4] a document written again appears once, at its new seq; a removed one stays as removed', async () => {
    await write((seq) => [aDocument('a1', seq), aDocument('a2', seq)]);
    await write((seq) => [aDocument('a1', seq, { text: 'Unterlagen fehlen' })]);
    await write((seq) => [aDocument('a2', seq, { removed: true })]);
    expect(await changes([scopeA], 0, 10)).toEqual([
      aDocument('a1', 2, { text: 'Unterlagen fehlen' }),
      aDocument('a2', 3, { removed: true }),
    ]);
    await write((seq) => [aDocument('a2', seq)]);
    expect(await changes([scopeA], 2, 10)).toEqual([aDocument('a2', 4)]);
  });

  it('[S9] what leaves a scope comes there as a tombstone, in the scope it went to as itself', async () => {
    await write((seq) => [aDocument('a1', seq), aDocument('a2', seq)]);
    await write((seq) => [aDocument('a1', seq, { scope: scopeB })]);
    const gone = (id: string, seq: number, scope = scopeA) => ({
      ...aDocument(id, seq, { removed: true }),
      scope,
    });
    expect(await changes([scopeA], 0, 10)).toEqual([aDocument('a2', 1), gone('a1', 2)]);
    expect(await changes([scopeB], 0, 10)).toEqual([aDocument('a1', 2, { scope: scopeB })]);
    // written again where it is now: nothing of that reaches the former scope
    await write((seq) => [aDocument('a1', seq, { scope: scopeB, text: 'dort' })]);
    expect(await changes([scopeA], 1, 10)).toEqual([gone('a1', 2)]);
    expect(await changes([scopeA], 2, 10)).toEqual([]);
    expect(await changes([scopeA, scopeB], 0, 10)).toEqual([
      aDocument('a2', 1),
      aDocument('a1', 3, { scope: scopeB, text: 'dort' }),
    ]);
    // on to a third: who sees both former ones hears of it once, of the latest departure
    await write((seq) => [aDocument('a1', seq, { scope: 'c/active' })]);
    expect(await changes([scopeA, scopeB], 1, 10)).toEqual([gone('a1', 4, scopeB)]);
    // and back: no tombstone any more, but the document
    await write((seq) => [aDocument('a1', seq)]);
    expect(await changes([scopeA], 1, 10)).toEqual([aDocument('a1', 5)]);
    expect(await changes([scopeB], 0, 10)).toEqual([gone('a1', 4, scopeB)]);
    await write((seq) => [aDocument('a1', seq, { scope: scopeB })]);
    expect(await changes([scopeA], 1, 10)).toEqual([gone('a1', 6)]);
    const departure = (id: string, ...scopes: string[]) =>
      current().snapshot(town, (read) => read.departure({ collection: 'cases', id }, scopes));
    expect(await departure('a1', scopeA, 'c/active')).toBe(6);
    expect(await departure('a1', scopeB)).toBe(4);
    expect(await departure('a1')).toBeUndefined();
    expect(await departure('a2', scopeA)).toBeUndefined();
  });

  it('[S9] after any moves a desk of any scopes, pulling page by page at any time, holds what the digest says', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e'] as const;
    const scopes = [scopeA, scopeB, 'c/active', 'all'] as const;
    const put = fc.record({
      id: fc.constantFrom(...ids),
      scope: fc.constantFrom(...scopes),
      removed: fc.boolean(),
    });
    const step = fc.oneof(
      fc.record({ puts: fc.uniqueArray(put, { selector: ({ id }) => id, minLength: 1, maxLength: 3 }) }),
      fc.record({ pullAtMost: fc.integer({ min: 3, max: 4 }) }),
    );
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.subarray([...scopes]),
        fc.array(step, { maxLength: 25 }),
        async (visible, steps) => {
          run += 1;
          const own = visible.map((scope) => `${run}-${scope}`);
          const copy = new Map<string, StoredDocument>();
          let checkpoint = 0;
          const pull = async (limit: number) => {
            const page = await changes(own, checkpoint, limit);
            expect(new Set(page.map(({ id }) => id)).size).toBe(page.length);
            // as the pages of the wire are: never cut inside one decision
            const cut = page.length < limit ? undefined : page.at(-1)?.seq;
            const whole = page.filter(({ seq }) => seq !== cut);
            for (const stored of whole) copy.set(stored.id, stored);
            checkpoint = whole.at(-1)?.seq ?? checkpoint;
            return page.length < limit ? 'complete' : whole.length > 0 ? 'more' : 'stuck';
          };
          for (const each of steps) {
            if ('pullAtMost' in each) await pull(each.pullAtMost);
            else
              await write((seq) =>
                each.puts.map(({ id, scope, removed }) =>
                  aDocument(`${run}-${id}`, seq, { scope: `${run}-${scope}`, removed }),
                ),
              );
          }
          for (let result = 'more'; result !== 'complete'; ) result = await pull(20);
          const { newest, ...there } = await current().snapshot(town, (read) => read.digest('cases', own));
          expect(digestOf([...copy.values()])).toEqual(there);
          expect(newest).toBeGreaterThanOrEqual(checkpoint);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('documents are found by name, in the order asked for, and those that never were are left out', async () => {
    await write((seq) => [
      aDocument('a1', seq),
      aDocument('a1', seq, { collection: 'dossiers' }),
      aDocument('a2', seq),
    ]);
    const found = await current().snapshot(town, (read) =>
      read.documents([
        { collection: 'dossiers', id: 'a1' },
        { collection: 'cases', id: 'nobody' },
        { collection: 'cases', id: 'a2' },
      ]),
    );
    expect(found).toEqual([aDocument('a1', 1, { collection: 'dossiers' }), aDocument('a2', 1)]);
  });

  it('all documents come by id, in pages', async () => {
    await write((seq) => ['c', 'a', 'B', 'd'].map((id) => aDocument(id, seq)));
    const page = (after: string) => current().snapshot(town, (read) => read.allDocuments('cases', after, 2));
    expect((await page('')).map(({ id }) => id)).toEqual(['B', 'a']);
    expect((await page('a')).map(({ id }) => id)).toEqual(['c', 'd']);
    expect(await page('d')).toEqual([]);
  });

  it('[S8] the digest of nothing is empty; removals and departures count as newest change', async () => {
    const digest = (scope: string) => current().snapshot(town, (read) => read.digest('cases', [scope]));
    expect(await digest(scopeA)).toEqual({ ...emptyDigest, newest: 0 });
    await write((seq) => [aDocument('a1', seq), aDocument('a2', seq)]);
    await write((seq) => [aDocument('a1', seq, { removed: true })]);
    await write((seq) => [aDocument('a2', seq, { scope: scopeB })]);
    expect(await digest(scopeA)).toEqual({ ...emptyDigest, newest: 3 });
    expect(await digest(scopeB)).toMatchObject({ count: 1, newest: 3 });
  });

  it('[S8] after any puts, removals and moves the digest kept up equals the one computed anew', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e'] as const;
    const scopes = [scopeA, scopeB, 'all'] as const;
    const put = fc.record({
      id: fc.constantFrom(...ids),
      scope: fc.constantFrom(...scopes),
      text: fc.string({ unit: 'grapheme', maxLength: 12 }),
      removed: fc.boolean(),
      fails: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
    });
    // fast-check prints seed and path of a counterexample; the store isn't emptied between runs, ids start afresh
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(put, { maxLength: 6 }), { maxLength: 12 }), async (transactions) => {
        run += 1;
        const writing = transactions.map((puts) =>
          current().transact(town, async (tx) => {
            await decide(tx, (seq) => puts.map(({ id, ...rest }) => aDocument(`${run}-${id}`, seq, rest)));
            if (puts.some(({ fails }) => fails)) throw new Error('a bug');
          }),
        );
        await Promise.allSettled(writing);
        await current().snapshot(town, async (read) => {
          const stored = await read.allDocuments('cases', '', 10_000);
          for (const scope of scopes) {
            const { newest, ...kept } = await read.digest('cases', [scope]);
            const within = stored.filter((document) => document.scope === scope);
            expect(kept).toEqual(digestOf(within));
            expect(newest).toBeGreaterThanOrEqual(Math.max(0, ...within.map(({ seq }) => seq)));
          }
          const { newest, ...kept } = await read.digest('cases', scopes);
          expect(kept).toEqual(digestOf(stored));
          expect(newest).toBe(Math.max(0, ...stored.map(({ seq }) => seq)));
        });
      }),
      { numRuns: 40 },
    );
  });
}

function digestOf(documents: readonly StoredDocument[]) {
  return documents.map((document) => documentDigest(document as never)).reduce(addDigest, emptyDigest);
}
