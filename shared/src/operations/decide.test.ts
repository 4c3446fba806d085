import { describe, expect, it } from 'vitest';
import { caseId } from '../domain/ids.ts';
import { codeOf, TestOffice } from '../fixtures/test-office.ts';
import { berndKrueger } from '../fixtures/test-town.ts';
import { prepare } from './decide.ts';
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
