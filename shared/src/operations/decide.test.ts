import { describe, expect, it } from 'vitest';
import { ref } from '../domain/documents.ts';
import { caseId } from '../domain/ids.ts';
import { z } from '../domain/zod.ts';
import { codeOf, TestOffice } from '../fixtures/test-office.ts';
import { berndKrueger } from '../fixtures/test-town.ts';
import { prepare, prepareAs } from './decide.ts';
import { type ApplyContext, defineOperation, formerVersion } from './define-operation.ts';
import { accepted, refused } from './outcome.ts';
import { operationKinds } from './registry.ts';

const id = caseId.parse('case-1');
const note = { kind: 'addNote', v: 1, payload: { caseId: id, text: 'x' } };

describe('[S3] an operation that is prepared', () => {
  it.each(['teleport', '', 'constructor', 'toString', '__proto__', 'addnote'])(
    'of kind %j: not now',
    (kind) => {
      expect(prepare({ ...note, kind })).toEqual({ ready: false, because: 'unknownKind' });
    },
  );

  it.each(Object.keys(operationKinds))('%s in a version not yet known: not now', (kind) => {
    for (const v of [0, 2, 1000])
      expect(prepare({ ...note, kind, v })).toEqual({ ready: false, because: 'unknownVersion' });
  });

  it.each(Object.keys(operationKinds))(
    '%s with a bad payload is refused as malformed, and reads nothing',
    (kind) => {
      const good = { caseId: id, text: 'x' };
      for (const payload of [
        undefined,
        null,
        'x',
        [],
        {},
        { ...good, more: 1 },
        { ...good, caseId: '../x' },
      ]) {
        expect(prepare({ kind, v: 1, payload })).toMatchObject({ ready: true, reads: [] });
        expect(codeOf(new TestOffice().decideUnchecked(kind, payload, berndKrueger))).toBe('malformed');
      }
    },
  );

  describe('of a kind that has had versions', () => {
    const text = z.strictObject({ caseId, text: z.string(), isUrgent: z.boolean() });
    const spec = defineOperation({
      kind: 'addNote',
      v: 3,
      payload: text,
      former: [
        formerVersion(2, z.strictObject({ caseId, text: z.string() }), (former) => ({
          ...former,
          isUrgent: false,
        })),
      ],
      reads: (payload) => [ref('cases', payload.caseId)],
      apply: ({ text: said, isUrgent }) => (isUrgent && said === '' ? refused('textRequired') : accepted([])),
    });
    const context = { actor: { kind: 'citizen' } } as ApplyContext;
    const decided = (v: number, payload: unknown) => {
      const prepared = prepareAs(spec, { kind: 'addNote', v, payload });
      return prepared.ready
        ? codeOf(prepared.decide({ get: () => undefined, all: () => [], claims: () => [] }, context))
        : prepared.because;
    };

    it.each([
      [3, { caseId: id, text: '', isUrgent: true }, 'textRequired'],
      [3, { caseId: id, text: '' }, 'malformed'],
      [2, { caseId: id, text: '' }, 'accepted'],
      [2, { caseId: id, text: '', isUrgent: true }, 'malformed'],
      [2, undefined, 'malformed'],
      [1, { caseId: id, text: '' }, 'unknownVersion'],
      [4, { caseId: id, text: '', isUrgent: true }, 'unknownVersion'],
    ])('version %i with %j: %s', (v, payload, says) => {
      expect(decided(v, payload)).toBe(says);
    });

    it('the former version reads what the present one does', () => {
      expect(prepareAs(spec, { kind: 'addNote', v: 2, payload: { caseId: id, text: 'x' } })).toMatchObject({
        reads: [{ collection: 'cases', id }],
      });
    });
  });

  it('names what it reads before anything is decided', () => {
    const prepared = prepare({
      ...note,
      kind: 'assignCase',
      payload: { action: 'handOver', caseId: id, toId: berndKrueger.id, word: '' },
    });
    expect(prepared).toMatchObject({
      reads: [
        { collection: 'cases', id },
        { collection: 'dossiers', id },
        { collection: 'clerks', id: berndKrueger.id },
      ],
    });
  });
});
