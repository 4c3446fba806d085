import { describe, expect, it } from 'vitest';
import { type AnyDocument, type Key, keyOf, type Ref, ref } from '../domain/documents.ts';
import { caseId, deviceId, opId } from '../domain/ids.ts';
import { instant } from '../domain/time.ts';
import { aCase, aDossier } from '../fixtures/builders.ts';
import { actorFrom } from '../fixtures/test-office.ts';
import { annaBerger, berndKrueger } from '../fixtures/test-town.ts';
import type { DeskOperation } from './operation.ts';
import { type Rebased, Rebaser, readsOf, rebase } from './rebase.ts';
import type { Kind, PayloadOf } from './registry.ts';

const id = caseId.parse('case-1');
const caseKey: Key = `cases/${id}`;
const dossierKey: Key = `dossiers/${id}`;
const bernd = actorFrom(berndKrueger);
const at = instant.parse('2026-11-23T09:00:00.000Z');

let count = 0;
function open<K extends Kind>(kind: K, payload: PayloadOf<K>): DeskOperation {
  count += 1;
  return {
    opId: opId.parse(`op-${count}`),
    kind,
    v: 1,
    payload,
    at,
    deviceId: deviceId.parse('pc-1'),
    n: count,
  };
}
const note = (text: string) => open('addNote', { caseId: id, text });
const takeOver = () => open('assignCase', { action: 'takeOver', caseId: id, word: '' });
const approve = () => open('decideCase', { caseId: id, decision: { kind: 'approved', reason: '' } });

type Known = Map<Key, AnyDocument | null>;
const aCopy = (changed: Parameters<typeof aCase>[0] = {}): Known =>
  new Map<Key, AnyDocument | null>([
    [caseKey, aCase(changed)],
    [dossierKey, aDossier()],
  ]);
const shown = (known: Known, ...operations: DeskOperation[]) =>
  rebase(operations, bernd, (wanted: Ref) => known.get(keyOf(wanted)));

describe('[L1] what a desk shows of open operations', () => {
  it('is nothing of its own where none is open', () => {
    const result = shown(aCopy());
    expect(result.overlay.size + result.waiting.size + result.forecast.size + result.notShown.size).toBe(0);
  });

  it('builds each on the one before it, in order', () => {
    const operations = [takeOver(), note('eins'), approve(), note('zwei')];
    const { overlay, waiting, forecast } = shown(aCopy(), ...operations);
    expect(forecast.size).toBe(0);
    expect(overlay.get(caseKey)).toMatchObject({
      status: 'decided',
      assigneeId: berndKrueger.id,
      eventCount: 5,
    });
    const { events } = overlay.get(dossierKey) as ReturnType<typeof aDossier>;
    expect(events.slice(1).map((event) => [event.kind, event.opId, event.at])).toEqual([
      ['assigned', operations[0]?.opId, at],
      ['note', operations[1]?.opId, at],
      ['decided', operations[2]?.opId, at],
      ['note', operations[3]?.opId, at],
    ]);
    const ids = operations.map((operation) => operation.opId);
    expect(waiting.get(caseKey)).toEqual(ids);
    expect(waiting.get(dossierKey)).toEqual(ids);
  });

  it('depends on the order: approved before it was taken over, it is refused', () => {
    const [early, taken] = [approve(), takeOver()];
    const { forecast, overlay } = shown(aCopy(), early, taken);
    expect(forecast).toEqual(new Map([[early.opId, { code: 'notAssigned', toId: null }]]));
    expect(overlay.get(caseKey)).toMatchObject({ status: 'inProgress', assigneeId: berndKrueger.id });
  });

  it('leaves what it was computed on as it was, and comes out the same again', () => {
    const known = aCopy();
    const before = structuredClone(known);
    const operations = [takeOver(), note('eins')];
    const first = shown(known, ...operations);
    expect(known).toEqual(before);
    expect(shown(known, ...operations)).toEqual(first);
  });

  it('follows the newer base: a colleague’s note that has come meanwhile stands before one’s own', () => {
    const own = note('meine');
    const known = aCopy();
    const theirs = rebase([note('ihre')], actorFrom(annaBerger), (wanted) => known.get(keyOf(wanted)));
    const { overlay } = shown(new Map([...known, ...theirs.overlay]), own);
    const { events } = overlay.get(dossierKey) as ReturnType<typeof aDossier>;
    expect(events.flatMap((event) => (event.kind === 'note' ? [event.text] : []))).toEqual(['ihre', 'meine']);
  });
});

describe('a rule that throws', () => {
  it('[S3] costs only its own operation: the others are shown, and the bug can be told', () => {
    const broken = { ...aDossier({ id: caseId.parse('case-2') }), events: undefined };
    const known = aCopy();
    known.set('cases/case-2', aCase({ id: caseId.parse('case-2') }));
    known.set('dossiers/case-2', broken as never);
    const bad = open('addNote', { caseId: caseId.parse('case-2'), text: 'zwei' });
    const good = note('eins');
    const { overlay, waiting, notShown, thrown, forecast } = shown(known, bad, good);
    expect([...thrown.keys()]).toEqual([bad.opId]);
    expect(thrown.get(bad.opId)).toBeInstanceOf(TypeError);
    expect([...notShown]).toEqual([bad.opId]);
    expect(forecast.size).toBe(0);
    expect(waiting.get(caseKey)).toEqual([good.opId]);
    expect(overlay.get(dossierKey)).toMatchObject({ events: [{}, { text: 'eins' }] });
  });
});

describe('[L5] a forecast', () => {
  it('is what the rules say now: nothing of the refused one is shown, the next ones go on', () => {
    const known = aCopy({ assigneeId: annaBerger.id, assignedAt: at, status: 'inProgress' });
    const [taken, noted] = [takeOver(), note('trotzdem')];
    const { forecast, overlay, waiting, notShown } = shown(known, taken, noted);
    expect(forecast).toEqual(new Map([[taken.opId, { code: 'alreadyAssigned', toId: annaBerger.id }]]));
    expect(overlay.get(caseKey)).toMatchObject({ assigneeId: annaBerger.id, eventCount: 2 });
    expect(waiting.get(caseKey)).toEqual([noted.opId]);
    expect(notShown.size).toBe(0);
  });

  it('is taken back by itself when the base changes', () => {
    const taken = takeOver();
    expect(shown(aCopy({ assigneeId: annaBerger.id, assignedAt: at }), taken).forecast.size).toBe(1);
    expect(shown(aCopy(), taken).forecast.size).toBe(0);
  });

  it('of a removed case: noSuchCase', () => {
    const noted = note('x');
    const { forecast } = shown(
      new Map([
        [caseKey, null],
        [dossierKey, null],
      ]),
      noted,
    );
    expect(forecast).toEqual(new Map([[noted.opId, { code: 'noSuchCase' }]]));
  });
});

describe('[L10] what is not on this desk', () => {
  it.each<[string, Key[]]>([
    ['both halves', [caseKey, dossierKey]],
    ['the case', [caseKey]],
    ['the dossier', [dossierKey]],
  ])('%s: saved, not shown, and not called refused', (_, missing) => {
    const known = aCopy();
    for (const key of missing) known.delete(key);
    const operations = [takeOver(), note('x'), approve()];
    const { overlay, waiting, forecast, notShown } = shown(known, ...operations);
    expect(notShown).toEqual(new Set(operations.map((operation) => operation.opId)));
    expect(overlay.size + waiting.size + forecast.size).toBe(0);
  });

  it('a colleague whom this desk doesn’t know yet: the server will tell; one that was removed: refused', () => {
    const known = aCopy({ assigneeId: berndKrueger.id, assignedAt: at, status: 'inProgress' });
    const handed = open('assignCase', { action: 'handOver', caseId: id, toId: annaBerger.id, word: '' });
    expect(shown(known, handed).notShown).toEqual(new Set([handed.opId]));
    known.set(`clerks/${annaBerger.id}`, null);
    expect(shown(known, handed).forecast.get(handed.opId)).toEqual({ code: 'noSuchClerk' });
    known.set(`clerks/${annaBerger.id}`, annaBerger);
    expect(shown(known, handed).overlay.get(caseKey)).toMatchObject({ assigneeId: annaBerger.id });
  });

  it('an operation of a newer program waits without being shown, the others go on', () => {
    const newer: DeskOperation = { ...note('x'), kind: 'lendCase' };
    const newerVersion: DeskOperation = { ...note('x'), v: 2 };
    const noted = note('y');
    const { notShown, overlay } = shown(aCopy(), newer, newerVersion, noted);
    expect(notShown).toEqual(new Set([newer.opId, newerVersion.opId]));
    expect(overlay.get(caseKey)).toMatchObject({ eventCount: 2 });
    expect(readsOf(newer)).toEqual([]);
  });

  it('is named, so that it can be looked for', () => {
    const handed = open('assignCase', { action: 'handOver', caseId: id, toId: annaBerger.id, word: '' });
    expect(readsOf(handed)).toEqual([ref('cases', id), ref('dossiers', id), ref('clerks', annaBerger.id)]);
    expect(readsOf({ ...handed, payload: { caseId: id } })).toEqual([]);
  });
});

describe('[L9] applying again', () => {
  const known = (copy: Known) => (wanted: Ref) => copy.get(keyOf(wanted));

  /** All it says of what is open, in plain maps: those it gives out may lie in layers. */
  const inFull = ({ overlay, waiting, forecast, notShown, thrown }: Rebased) => ({
    overlay: new Map(overlay),
    waiting: new Map(waiting),
    forecast: new Map(forecast),
    notShown: new Set(notShown),
    thrown: new Map(thrown),
  });

  it('to the very same documents gives the very same ones; one more operation builds on them', () => {
    const rebaser = new Rebaser(bernd);
    const copy = aCopy();
    const operations = [note('eins'), note('zwei')];
    const before = rebaser.rebase(operations, known(copy));
    const again = rebaser.rebase(operations, known(copy));
    expect(inFull(again)).toEqual(inFull(before));
    expect(again.overlay.get(dossierKey)).toBe(before.overlay.get(dossierKey));
    const more = [...operations, note('drei')];
    expect(inFull(rebaser.rebase(more, known(copy)))).toEqual(inFull(rebase(more, bernd, known(copy))));
  });

  it('one after the other comes to the same as all at once, and changes nothing that was given out', () => {
    const rebaser = new Rebaser(bernd);
    const copy = aCopy();
    const elsewhere = open('addNote', { caseId: caseId.parse('case-9'), text: 'unbekannt' });
    const operations = [note('eins'), approve(), takeOver(), elsewhere, approve(), takeOver(), note('zwei')];
    let result = rebaser.rebase([], known(copy));
    for (const [index, operation] of operations.entries()) {
      const before = inFull(result);
      const next = rebaser.rebaseOn(result, [operation], known(copy));
      expect(inFull(next)).toEqual(inFull(rebase(operations.slice(0, index + 1), bernd, known(copy))));
      expect(inFull(result)).toEqual(before);
      const changed = [...next.overlay].filter(([key, document]) => result.overlay.get(key) !== document);
      expect(new Map(next.added)).toEqual(new Map(changed));
      result = next;
    }
    expect([result.forecast.size, result.notShown.size]).toEqual([2, 1]);
  });

  it.each([
    ['another document', (copy: Known) => copy.set(caseKey, aCase({ applicantName: 'Max Beispiel' }))],
    ['a document that is gone', (copy: Known) => copy.set(caseKey, null)],
    ['a document that is not here', (copy: Known) => copy.delete(caseKey)],
  ])('to %s gives what applying for the first time gives', (_what, change) => {
    const rebaser = new Rebaser(bernd);
    const copy = aCopy();
    const operations = [takeOver(), note('eins')];
    rebaser.rebase(operations, known(copy));
    change(copy);
    expect(inFull(rebaser.rebase(operations, known(copy)))).toEqual(
      inFull(rebase(operations, bernd, known(copy))),
    );
  });

  it('what was foreseen is what happens once it is open, and is not done twice', () => {
    const rebaser = new Rebaser(bernd);
    const copy = aCopy();
    const operation = note('eins');
    const foreseen = rebaser.foresee({ ...operation, n: 1 }, known(copy));
    if (foreseen?.outcome !== 'accepted') throw new Error('refused');
    const { overlay } = rebaser.rebase([operation], known(copy));
    expect([...overlay.values()]).toEqual(foreseen.changes.map(({ document }) => document));
    for (const { document } of foreseen.changes) expect([...overlay.values()]).toContain(document);
    // nobody made it open: nothing of it is left
    expect(rebaser.rebase([], known(copy)).overlay.size).toBe(0);
  });

  it('without the first of them, the others do what they do without it', () => {
    const rebaser = new Rebaser(bernd);
    const copy = aCopy();
    const [first, ...others] = [takeOver(), approve(), note('eins')];
    if (first === undefined) throw new Error('no operation');
    expect(rebaser.rebase([first, ...others], known(copy)).forecast.size).toBe(0);
    const without = rebaser.rebase(others, known(copy));
    expect(inFull(without)).toEqual(inFull(rebase(others, bernd, known(copy))));
    expect(without.forecast.size).toBe(1);
  });
});
