import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Clerk } from '../domain/clerk.ts';
import { berndKrueger } from '../fixtures/test-town.ts';
import { addDigest, type Digest, digestHash, documentDigest, emptyDigest, subtractDigest } from './digest.ts';

type Versioned = Parameters<typeof documentDigest>[0];
const named = (name: string): Clerk => ({ ...berndKrueger, name });
const bernd: Versioned = { id: 'bernd-krueger', seq: 7, document: berndKrueger };

const documents: fc.Arbitrary<Versioned> = fc.record({
  id: fc.stringMatching(/^[a-z0-9]{1,12}$/),
  seq: fc.nat(),
  document: fc.option(fc.string({ minLength: 1, maxLength: 40 }).map(named)),
});
const sum = (all: readonly Versioned[]): Digest => all.map(documentDigest).reduce(addDigest, emptyDigest);
const isWhole = ({ high, low }: Digest) =>
  [high, low].every((lane) => Number.isInteger(lane) && lane >= 0 && lane < 2 ** 32);

describe('[S8] the digest of a collection', () => {
  it('is the same in whatever order its documents came', () => {
    const shuffled = fc
      .array(documents, { minLength: 1, maxLength: 30 })
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        expect(sum(other)).toEqual(sum(all));
        expect(isWhole(sum(all))).toBe(true);
      }),
    );
  });

  it('kept up with each change it is what counting anew gives: added, changed, removed', () => {
    fc.assert(
      fc.property(
        fc.array(documents, { minLength: 1, maxLength: 30 }),
        documents,
        fc.nat(),
        (all, next, at) => {
          const index = at % all.length;
          const before = all[index] as Versioned;
          const changed = addDigest(subtractDigest(sum(all), documentDigest(before)), documentDigest(next));
          expect(changed).toEqual(sum(all.with(index, next)));
          const without = subtractDigest(sum(all), documentDigest(before));
          expect(without).toEqual(sum(all.toSpliced(index, 1)));
          expect(isWhole(without)).toBe(true);
          expect(sum([...all, next])).toEqual(addDigest(sum(all), documentDigest(next)));
        },
      ),
    );
  });

  it('comes back to nothing when everything has gone', () => {
    const digest = documentDigest(bernd);
    expect(subtractDigest(digest, digest)).toEqual(emptyDigest);
    expect(digestHash(emptyDigest)).toBe('0000000000000000');
  });

  it('doesn’t count removed documents: never seen and removed are equal', () => {
    expect(documentDigest({ ...bernd, document: null })).toEqual(emptyDigest);
  });

  it.each<[string, Versioned]>([
    ['an older version of the same content', { ...bernd, seq: 6 }],
    ['other content at the same version', { ...bernd, document: named('Bernd Kruger') }],
    ['the same content under another id', { ...bernd, id: 'bernd-krueger-2' }],
  ])('sees %s', (_, other) => {
    expect(documentDigest(other).count).toBe(1);
    expect(digestHash(documentDigest(other))).not.toBe(digestHash(documentDigest(bernd)));
  });

  it('doesn’t see in which order the members of a document were written', () => {
    const turned = Object.fromEntries(Object.entries(berndKrueger).toReversed()) as Clerk;
    expect(documentDigest({ ...bernd, document: turned })).toEqual(documentDigest(bernd));
  });

  it('sees two documents that swapped their contents', () => {
    const pair = (a: string, b: string) =>
      sum([
        { id: 'a', seq: 1, document: named(a) },
        { id: 'b', seq: 1, document: named(b) },
      ]);
    expect(pair('x', 'y')).not.toEqual(pair('y', 'x'));
  });

  it('of 20,000 documents that differ by little, no two are alike', () => {
    const hashes = new Set<string>();
    for (let seq = 0; seq < 20_000; seq += 1) hashes.add(digestHash(documentDigest({ ...bernd, seq })));
    expect(hashes.size).toBe(20_000);
  });

  it('is written as sixteen hex digits, always', () => {
    fc.assert(
      fc.property(documents, (document) => {
        expect(digestHash(documentDigest(document))).toMatch(/^[0-9a-f]{16}$/);
      }),
    );
    expect(digestHash({ count: 1, high: 1, low: 2 })).toBe('0000000100000002');
  });

  // a desk and a server of different versions compare these: the number may change only with the wire format
  it('is the same number today as when it was first written', () => {
    expect(digestHash(documentDigest(bernd))).toMatchInlineSnapshot(`"1ac9ecbccfc8b286"`);
  });
});
