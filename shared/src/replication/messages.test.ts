import { describe, expect, it } from 'vitest';
import type { z } from '../domain/zod.ts';
import { aCase } from '../fixtures/builders.ts';
import { berndKrueger } from '../fixtures/test-town.ts';
import {
  changesAnswer,
  changesRequest,
  checkpoint,
  decisions,
  digestAnswer,
  digestRequest,
  hint,
  maximumOperationsPerRequest,
  maximumPageSize,
  operationsAnswer,
  operationsRequest,
  problem,
  versionedDocument,
} from './messages.ts';

const at = '2026-11-23T09:00:00.000Z';
const operation = { opId: 'op-1', kind: 'addNote', v: 1, payload: { text: 'x' }, at, deviceId: 'pc-1', n: 1 };
const handed = { epoch: 'e-1', deviceId: 'pc-1', firstOpen: 1, operations: [operation] };
const place = { epoch: 'e-1', seq: 7, hash: 'a'.repeat(64), scopes: ['all', 'buergerservice/active'] };
const asked = { epoch: 'e-1', deviceId: 'pc-1', firstOpen: 1, checkpoint: place, limit: 100 };
const document = { collection: 'cases', id: 'case-1', seq: 7, document: aCase() };
const receipt = { opId: 'op-1', n: 1, seq: 7, decidedAt: at, result: { decided: 'accepted' } };
const decided = {
  result: 'decided',
  epoch: 'e-1',
  serverTime: at,
  serverVersion: '1.0.0',
  decisions: { receipts: [receipt], documents: [document] },
  expect: null,
  counterReused: false,
  notNow: null,
};
const page = {
  result: 'page',
  epoch: 'e-1',
  serverTime: at,
  serverVersion: '1.0.0',
  head: 7,
  documents: [document],
  checkpoint: place,
  more: false,
  decisions: { receipts: [], documents: [] },
};
const otherEpoch = { result: 'otherEpoch', epoch: 'e-2', lastN: 0 };
const digest = { result: 'digest', epoch: 'e-1', head: 7, newest: 7, count: 1, hash: 'ab' };

const messages: Record<string, { schema: z.ZodType; good: object }> = {
  'operations request': { schema: operationsRequest, good: handed },
  'operations answer': { schema: operationsAnswer, good: decided },
  'operations answer of another epoch': { schema: operationsAnswer, good: otherEpoch },
  'changes request': { schema: changesRequest, good: asked },
  'changes answer': { schema: changesAnswer, good: page },
  'changes answer of another epoch': { schema: changesAnswer, good: otherEpoch },
  'digest request': { schema: digestRequest, good: { epoch: null, deviceId: 'pc-1' } },
  'digest answer': { schema: digestAnswer, good: digest },
  decisions: { schema: decisions, good: decided.decisions },
  checkpoint: { schema: checkpoint, good: place },
  hint: { schema: hint, good: { seq: 7, collections: ['cases'] } },
  problem: { schema: problem, good: { code: 'malformedRequest', where: 'operations.0.n' } },
};
const accepts = (schema: z.ZodType, message: unknown) => schema.safeParse(message).success;

describe.each(Object.entries(messages))('%s', (name, { schema, good }) => {
  // an older desk understands a newer server's answers; what a server is asked, it must understand in full
  const isAsked = name.endsWith('request');

  it('is read as it was written', () => expect(schema.parse(JSON.parse(JSON.stringify(good)))).toEqual(good));

  it(`with a member that nobody knows is ${isAsked ? 'refused' : 'read all the same'}, at any depth`, () => {
    for (const [path, message] of withOneMore(good)) {
      // a checkpoint comes back as the server made it
      const isRead = !isAsked || path === 'message.checkpoint';
      expect(accepts(schema, message), path).toBe(isRead);
    }
  });

  it('without one of its members is refused', () => {
    for (const name of Object.keys(good).filter((each) => each !== 'where')) {
      const { [name]: _, ...rest } = good as Record<string, unknown>;
      expect(accepts(schema, rest), name).toBe(false);
    }
  });

  it('of another type is refused', () => {
    for (const message of [null, undefined, 'x', 7, [], [good]]) expect(accepts(schema, message)).toBe(false);
  });
});

describe('a broken id', () => {
  it.each(['', '../x', 'a b', 'a/b', '.hidden', '-x', 'ä', 'x\n', 'x'.repeat(81), 'a%2fb', 7, null])(
    '%j is refused wherever one stands',
    (id) => {
      for (const name of ['opId', 'deviceId'])
        expect(accepts(operationsRequest, { ...handed, operations: [{ ...operation, [name]: id }] })).toBe(
          false,
        );
      expect(accepts(operationsRequest, { ...handed, deviceId: id })).toBe(false);
      expect(accepts(changesRequest, { ...asked, deviceId: id })).toBe(false);
      expect(accepts(digestRequest, { epoch: null, deviceId: id })).toBe(false);
      // null is no epoch yet
      if (id !== null) expect(accepts(digestRequest, { epoch: id, deviceId: 'pc-1' })).toBe(false);
    },
  );

  it('the longest one is none', () => {
    const longest = `x${'._~-A9'.repeat(13)}`.padEnd(80, 'z');
    expect(longest).toHaveLength(80);
    expect(accepts(digestRequest, { epoch: longest, deviceId: longest })).toBe(true);
  });
});

describe('what is too big', () => {
  it('more operations than a request may carry', () => {
    const many = (count: number) => ({
      ...handed,
      operations: Array.from({ length: count }, (_, index) => ({ ...operation, n: index + 1 })),
    });
    expect(accepts(operationsRequest, many(maximumOperationsPerRequest))).toBe(true);
    expect(accepts(operationsRequest, many(maximumOperationsPerRequest + 1))).toBe(false);
  });

  it('a page larger than the largest, or of nothing', () => {
    expect(accepts(changesRequest, { ...asked, limit: maximumPageSize })).toBe(true);
    for (const limit of [maximumPageSize + 1, 0, -1, 1.5, Number.NaN, '100'])
      expect(accepts(changesRequest, { ...asked, limit })).toBe(false);
  });

  it('a kind, a version, a hash, a place longer than any', () => {
    const one = (changed: object) => ({ ...handed, operations: [{ ...operation, ...changed }] });
    expect(accepts(operationsRequest, one({ kind: 'k'.repeat(61) }))).toBe(false);
    expect(accepts(operationsRequest, one({ kind: '' }))).toBe(false);
    expect(accepts(operationsRequest, one({ v: 1001 }))).toBe(false);
    expect(accepts(checkpoint, { ...place, hash: 'a'.repeat(65) })).toBe(false);
    expect(accepts(problem, { code: 'internal', where: 'x'.repeat(201) })).toBe(false);
  });

  it.each([-1, 1.5, 2 ** 53, Number.POSITIVE_INFINITY, '1', null])(
    'the number %j where one is counted',
    (count) => {
      expect(accepts(operationsRequest, { ...handed, firstOpen: count })).toBe(false);
      expect(accepts(operationsRequest, { ...handed, operations: [{ ...operation, n: count }] })).toBe(false);
      expect(accepts(checkpoint, { ...place, seq: count })).toBe(false);
      expect(accepts(hint, { seq: count, collections: [] })).toBe(false);
    },
  );

  it('counting begins at 1: no operation is the 0th', () => {
    expect(accepts(operationsRequest, { ...handed, firstOpen: 0 })).toBe(false);
    expect(accepts(operationsRequest, { ...handed, operations: [{ ...operation, n: 0 }] })).toBe(false);
  });
});

describe('an operation', () => {
  it('[S3] with any payload at all has a good envelope: the payload is decided, not refused unread', () => {
    for (const payload of [null, 7, 'x', [], { any: 'thing' }])
      expect(accepts(operationsRequest, { ...handed, operations: [{ ...operation, payload }] })).toBe(true);
  });

  it.each(['2026-11-23', '2026-11-23T09:00:00Z', '2026-02-30T09:00:00.000Z', 0])(
    'from the time %j is refused',
    (time) => {
      expect(accepts(operationsRequest, { ...handed, operations: [{ ...operation, at: time }] })).toBe(false);
    },
  );
});

describe('a document', () => {
  it('is what its collection says, removed ones aside', () => {
    expect(accepts(versionedDocument, document)).toBe(true);
    expect(versionedDocument.parse({ ...document, document: null }).document).toBeNull();
  });

  it.each<[string, object]>([
    ['under another id', { ...document, id: 'case-2' }],
    ['that never leaves the server', { ...document, collection: 'trackings' }],
    ['without a scope', { ...document, document: { ...aCase(), scope: undefined } }],
    ['that is undefined', { collection: 'cases', id: 'case-1', seq: 7 }],
    ['that is another’s', { ...document, document: berndKrueger }],
    ['that is a text', { ...document, document: 'case-1' }],
    ['with an id too long for a copy', { ...document, id: 'x'.repeat(81), document: null }],
  ])('%s is refused', (_, wrong) => expect(accepts(versionedDocument, wrong)).toBe(false));
});

describe('[L7] a newer server', () => {
  it.each<[string, object]>([
    ['with a member more', { ...aCase(), notes: 'intern' }],
    ['without a member', { ...aCase(), status: undefined }],
    ['in a state nobody knows', { ...aCase(), status: 'asleep' }],
  ])('writes a document %s: kept word for word, and marked', (_, newer) => {
    const sent = { ...document, document: JSON.parse(JSON.stringify(newer)) as object };
    expect(versionedDocument.parse(sent)).toEqual({ ...sent, isNewer: true });
    // as it comes back from a journal
    expect(versionedDocument.parse(versionedDocument.parse(sent))).toEqual({ ...sent, isNewer: true });
  });

  it('names collections nobody knows: left out of answers and hints', () => {
    const weather = { ...document, collection: 'weather' };
    expect(decisions.parse({ receipts: [receipt], documents: [weather, document] }).documents).toEqual([
      document,
    ]);
    expect(hint.parse({ seq: 7, collections: ['weather', 'cases'] })).toEqual({
      seq: 7,
      collections: ['cases'],
    });
  });

  it('has scopes and a place of its own kind, which come back to it as they were', () => {
    const newer = { ...place, scopes: ['all', 'archive'], shard: 3 };
    expect(checkpoint.parse(newer)).toEqual(newer);
  });

  it('can’t take an operation for a cause nobody knows: that it is not now is enough', () => {
    const notNow = { n: 7, cause: 'moving' };
    expect(operationsAnswer.parse({ ...decided, notNow })).toMatchObject({
      notNow: { n: 7, cause: 'storage' },
    });
  });

  it('refuses for a reason nobody knows: it is refused all the same', () => {
    const reason = { code: 'becauseISaySo', on: 'Monday' };
    const read = decisions.parse({
      receipts: [{ ...receipt, result: { decided: 'refused', reason } }],
      documents: [],
    });
    expect(read.receipts[0]?.result).toEqual({ decided: 'refused', reason: { code: 'ofNewerProgram' } });
  });
});

describe('a receipt', () => {
  const result = (wanted: unknown) => ({ receipts: [{ ...receipt, result: wanted }], documents: [] });

  it.each<[unknown, boolean]>([
    [{ decided: 'refused', reason: { code: 'noSuchCase' } }, true],
    [{ decided: 'refused', reason: { code: 'alreadyDecided', byId: 'bernd', at } }, true],
    [{ decided: 'alreadyReceived' }, true],
    [{ decided: 'refused' }, false],
    [{ decided: 'refused', reason: 'noSuchCase' }, false],
    [{ decided: 'perhaps' }, false],
  ])('with the result %j: %s', (wanted, good) => expect(accepts(decisions, result(wanted))).toBe(good));
});

/** The message with one member too many, once in each of its objects; not inside a payload, which is anything. */
function* withOneMore(value: unknown, path = 'message'): Generator<[string, unknown]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield [path, { ...value, surplus: 1 }];
  for (const [name, member] of Object.entries(value)) {
    if (name === 'payload') continue;
    for (const [where, changed] of withOneMore(member, `${path}.${name}`)) {
      yield [where, Array.isArray(value) ? value.with(Number(name), changed) : { ...value, [name]: changed }];
    }
  }
}
