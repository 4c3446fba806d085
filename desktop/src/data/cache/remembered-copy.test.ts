import { keyOf, type Ref } from '@amtsstube/shared/domain/documents';
import { epoch } from '@amtsstube/shared/domain/ids';
import type { VersionedDocument } from '@amtsstube/shared/replication/messages';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Copy } from './cache.ts';
import { aClerk } from './contract-documents.ts';
import { RememberedCopy } from './remembered-copy.ts';

/** What lies in the copy, and every id that was read from it. */
let stored: Map<string, VersionedDocument>;
let read: string[];
let beforeAnswer: () => Promise<void>;
let copy: RememberedCopy;

const refTo = (id: string): Ref => ({ collection: 'clerks', id });

beforeEach(() => {
  stored = new Map();
  read = [];
  beforeAnswer = async () => undefined;
  const of: Copy = {
    epoch: epoch.parse('epoch-1'),
    generationOf: () => 1,
    page: async () => [],
    get: async (refs) => {
      read.push(...refs.map(({ id }) => id));
      const found = refs.map(({ id }) => stored.get(id)).filter((each) => each !== undefined);
      await beforeAnswer();
      return new Map(found.map((each) => [keyOf(each), each]));
    },
  };
  copy = new RememberedCopy(of);
});

function write(...documents: readonly VersionedDocument[]): void {
  for (const document of documents) stored.set(document.id, document);
  copy.written(documents);
}

/** The names of clerks, as they would be shown; '' where there is none. */
async function namesOf(...ids: readonly string[]): Promise<string[]> {
  const found = await copy.get(ids.map(refTo));
  return ids.map((id) => (found.get(keyOf(refTo(id)))?.document as { name: string } | undefined)?.name ?? '');
}

describe('a copy that remembers', () => {
  it('reads a document once, also one that is not there', async () => {
    write(aClerk('a', 1, 'Anna'));
    expect(copy.known([refTo('a')])).toBeUndefined();
    expect(await namesOf('a', 'b')).toEqual(['Anna', '']);
    expect(await namesOf('b', 'a')).toEqual(['', 'Anna']);
    expect(read).toEqual(['a', 'b']);
    expect(copy.known([refTo('a'), refTo('b')])?.size).toBe(1);
  });

  it('knows what was written since, the newer one of two', async () => {
    write(aClerk('a', 1, 'Anna'));
    await namesOf('a', 'b');
    write(aClerk('a', 3, 'Anna Berger'), aClerk('b', 2, 'Bernd'), aClerk('c', 2, 'Cem'));
    copy.written([aClerk('a', 2, 'Anna alt')]);
    expect(await namesOf('a', 'b')).toEqual(['Anna Berger', 'Bernd']);
    // nobody asked for this one
    expect(copy.known([refTo('c')])).toBeUndefined();
    expect(read).toEqual(['a', 'b']);
  });

  it('a write during a reading is not lost to what that reading saw before it', async () => {
    write(aClerk('a', 1, 'Anna'));
    beforeAnswer = async () => write(aClerk('a', 2, 'Anna Berger'), aClerk('b', 2, 'Bernd'));
    expect(await namesOf('a', 'b')).toEqual(['Anna Berger', 'Bernd']);
    expect(await namesOf('a', 'b')).toEqual(['Anna Berger', 'Bernd']);
    expect(read).toEqual(['a', 'b']);
  });

  it('[L4] forgets a collection, and keeps nothing of a reading that began before', async () => {
    write(aClerk('a', 1, 'Anna'));
    await namesOf('a');
    copy.forget('clerks');
    expect(copy.known([refTo('a')])).toBeUndefined();
    beforeAnswer = async () => copy.forget('clerks');
    expect(await namesOf('a')).toEqual(['Anna']);
    expect(copy.known([refTo('a')])).toBeUndefined();
    beforeAnswer = async () => undefined;
    copy.forget('settings');
    expect(await namesOf('a')).toEqual(['Anna']);
    copy.forget('settings');
    expect(copy.known([refTo('a')])?.size).toBe(1);
  });

  it('lets the oldest go when there are too many, and never what is needed', async () => {
    const ids = Array.from({ length: 2100 }, (_, index) => `c${index}`);
    await namesOf(...ids);
    const needed = ids.slice(0, 10).map(refTo);
    copy.letGo(needed);
    expect(copy.known(needed)).toBeDefined();
    expect(copy.known(ids.slice(-900).map(refTo))).toBeDefined();
    expect(copy.known([refTo('c10')])).toBeUndefined();
  });
});
