import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { keyOf, ref } from '../domain/documents.ts';
import type { Settings } from '../domain/settings.ts';
import { withoutDora } from '../fixtures/meetings/admin-meetings.ts';
import { meetings, plainActs } from '../fixtures/meetings/all-meetings.ts';
import { addBau, configure, moveToBau, note } from '../fixtures/meetings/case-acts.ts';
import { renamed } from '../fixtures/meetings/case-meetings.ts';
import {
  type Arriving,
  bernd,
  dora,
  doris,
  former,
  lead,
  type Meeting,
  moved,
  type PersonKind,
  type PlainAct,
  theCase,
} from '../fixtures/meetings/meeting.ts';
import { codeOf, TestOffice } from '../fixtures/test-office.ts';
import { testTownSettings } from '../fixtures/test-town.ts';
import { put } from '../operations/outcome.ts';
import { refusal } from '../operations/refusal.ts';
import { operationKinds, type PayloadOf, systemKinds } from '../operations/registry.ts';

const kinds = Object.keys(operationKinds).filter(
  (kind) => !(systemKinds as readonly string[]).includes(kind),
) as PersonKind[];
const codes = refusal.options.map(({ shape }) => shape.code.value as string);
const table = readTable();
const pairs = kinds.flatMap((first) => kinds.map((then) => [first, then] as const));
const unlisted = pairs.filter((pair) => !table.has(pair.join(', ')));
const byRight = (right: PlainAct['right']) =>
  Object.entries(plainActs).filter(([, plain]) => plain.right === right);

describe.each([...table])('%s', (pair, cell) => {
  const tried = meetingsOf(pair);

  it('the table names what happens, and no more', () => {
    expect(pairs.map((each) => each.join(', '))).toContain(pair);
    // `alreadyReceived` is no refusal: the same opId never comes to a rule a second time (S2)
    const named = [...cell.matchAll(/`(\w+)`/g)].flatMap(([, code = '']) =>
      codes.includes(code) ? code : [],
    );
    expect(tried).not.toEqual([]);
    expect(new Set(refusalsOf(tried))).toEqual(new Set(named));
    if (cell.includes('except by a lead'))
      expect(tried.filter(({ second }) => second[2] === lead).map(({ says }) => says)).toContain('accepted');
  });

  if (cell.startsWith('commute'))
    it.each(tried)('$when: both stand in either order', ({ before = [], first, second }) => {
      standInEitherOrder(before, first, second);
    });
});

it.each(meetings.map((meeting) => ({ ...meeting, kinds: pairOf(meeting) })))(
  '$kinds, $when: $says',
  ({ before = [], first, second, says }) => {
    const office = anOffice(before);
    expect(arrive(office, first)).toBe('accepted');
    const between = new Map(office.documents);
    expect(arrive(office, second)).toBe(says);
    if (says !== 'accepted') expect(office.documents).toEqual(between);
  },
);

describe.each(kinds)('%s, then what the table doesn’t list', (first) => {
  it.each(unlisted.flatMap(([one, then]) => (one === first ? [then] : [])))(
    '%s: both stand, in either order where the other way isn’t listed either',
    (then) => {
      expect(refusalsOf(meetingsOf(`${first}, ${then}`))).toEqual([]);
      const before = [...(plainActs[first].before ?? []), ...(plainActs[then].before ?? [])];
      const [one, other] = [plainActs[first].act(whoFor(first)), plainActs[then].act(whoFor(then))];
      if (table.has(`${then}, ${first}`)) bothStand(before, one, other);
      else standInEitherOrder(before, one, other);
    },
  );
});

describe('what holds for all kinds, and has a sentence instead of lines', () => {
  it.each(byRight('case'))('%s by who has left the department: notAllowed', (_, { before = [], act }) => {
    const office = anOffice(before);
    expect(arrive(office, configure([], [moved(bernd)]))).toBe('accepted');
    expect(arrive(office, act(moved(bernd)))).toBe('notAllowed');
  });

  it.each(byRight('admin'))(
    '%s by who is no administrator any more: notAllowed',
    (_, { before = [], act }) => {
      const office = anOffice([...withoutDora.before, ...before]);
      expect(arrive(office, withoutDora.first)).toBe('accepted');
      expect(arrive(office, act(former))).toBe('notAllowed');
    },
  );

  it.each(byRight('case'))('%s on a case that was moved to another department: notAllowed', (_, plain) => {
    const office = anOffice([addBau, ...(plain.before ?? [])]);
    const moving = arrive(office, moveToBau(lead));
    expect(['accepted', 'alreadyDecided']).toContain(moving);
    if (moving === 'accepted') expect(arrive(office, plain.act(bernd))).toBe('notAllowed');
  });

  const counts = byRight('case').filter(([kind]) => !table.has(`deactivateClerk, ${kind}`));
  it.each(counts)('%s waited in the journal of who is gone: it counts', (_, plain) => {
    const office = anOffice(plain.before ?? []);
    expect(arrive(office, ['deactivateClerk', { clerkId: bernd.id, casesToId: null }, dora])).toBe(
      'accepted',
    );
    expect(arrive(office, plain.act(bernd))).toBe('accepted');
  });
});

describe('the system’s own kinds, which have a sentence instead of lines', () => {
  const restored: Arriving = ['recordRestore', { sequences: [], jump: 100 }, 'system'];
  const erased: Arriving = [
    'eraseCase',
    { caseId: theCase, trackingCode: null, erased: [], kept: [] },
    'system',
  ];
  it.each(kinds)('[S7] recordRestore and %s stand in either order', (kind) => {
    const { before = [], act } = plainActs[kind];
    for (const order of [
      [restored, act(whoFor(kind))],
      [act(whoFor(kind)), restored],
    ]) {
      const office = anOffice(before);
      expect(order.map((operation) => arrive(office, operation))).toEqual(['accepted', 'accepted']);
    }
  });

  it.each(kinds)('[S11] %s, then eraseCase: gone; the other way round: noSuchCase', (kind) => {
    const { before = [], act } = plainActs[kind];
    const office = anOffice(before);
    expect(arrive(office, act(whoFor(kind)))).toBe('accepted');
    expect(arrive(office, erased)).toBe('accepted');
    expect([...office.documents.keys()].filter((key) => key.endsWith(`/${theCase}`))).toEqual([]);
    if (JSON.stringify(act(whoFor(kind))[1]).includes(`"caseId":"${theCase}"`))
      expect(arrive(office, act(whoFor(kind)))).toBe('noSuchCase');
    expect(arrive(office, erased)).toBe('noSuchCase');
  });

  it('are refused to whoever is not the system', () => {
    for (const [kind, payload] of [restored, erased])
      for (const who of [lead, 'citizen'] as const)
        expect(codeOf(anOffice([]).decideUnchecked(kind, payload, who))).toBe('notAllowed');
  });
});

it('two notes stand in the order in which the server decided them', () => {
  for (const order of [
    [note(bernd), note(doris)],
    [note(doris), note(bernd)],
  ]) {
    const office = anOffice([]);
    for (const operation of order) arrive(office, operation);
    const texts = office.dossier().events.flatMap((event) => (event.kind === 'note' ? [event.text] : []));
    expect(texts).toEqual(order.map(([, payload]) => (payload as PayloadOf<'addNote'>).text));
  }
});

it('of two configurations the later one stands, whole', () => {
  const town = testTownSettings[0] as Settings;
  const office = anOffice([]);
  arrive(office, renamed);
  arrive(office, configure([town]));
  expect(office.documents.get(keyOf(ref('settings', 'municipality')))).toEqual(town);
});

function anOffice(before: readonly Arriving[]): TestOffice {
  const office = new TestOffice();
  office.write([put('clerks', doris)]);
  // two acts may need the same beginning
  const once = new Map(before.map((operation) => [JSON.stringify(operation), operation]));
  for (const operation of once.values()) expect(arrive(office, operation)).toBe('accepted');
  return office;
}

function arrive(office: TestOffice, [kind, payload, who]: Arriving): string {
  return codeOf(office.decideUnchecked(kind, payload, who));
}

function bothStand(before: readonly Arriving[], one: Arriving, other: Arriving): TestOffice {
  const office = anOffice(before);
  expect([one, other].map((each) => arrive(office, each))).toEqual(['accepted', 'accepted']);
  return office;
}

function standInEitherOrder(before: readonly Arriving[], one: Arriving, other: Arriving): void {
  const [forth, back] = [bothStand(before, one, other), bothStand(before, other, one)];
  expect(withoutOrder(forth)).toEqual(withoutOrder(back));
}

function meetingsOf(pair: string): readonly Meeting[] {
  return meetings.filter((meeting) => pairOf(meeting) === pair);
}

function pairOf({ first, second }: Meeting): string {
  return `${first[0]}, ${second[0]}`;
}

function refusalsOf(tried: readonly Meeting[]): readonly string[] {
  return tried.map(({ says }) => says).filter((says) => says !== 'accepted');
}

function whoFor(kind: PersonKind) {
  return plainActs[kind].right === 'admin' ? dora : bernd;
}

/** What commutes comes to the same but for the time of each and its place in the history. */
function withoutOrder(office: TestOffice): unknown {
  const timeless = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((each) => JSON.stringify(timeless(each))).toSorted();
    if (typeof value !== 'object' || value === null) return value;
    const members = Object.entries(value).filter(([name]) => !/At$|^at$|^opId$/.test(name));
    return Object.fromEntries(members.map(([name, member]) => [name, timeless(member)]));
  };
  return [...office.documents]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => [key, timeless(value)]);
}

/** What SPEC.md's table says, by "first, then". A line may name several kinds on either side. */
function readTable(): ReadonlyMap<string, string> {
  const spec = readFileSync(new URL('./SPEC.md', import.meta.url), 'utf8');
  const section = spec.split(/^## When two operations meet$/m)[1]?.split(/^## /m)[0] ?? '';
  const rows = section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const named = (cell = '') => [...cell.matchAll(/`(\w+)`/g)].map(([, kind = '']) => kind);
  const entries = rows.flatMap(([, firsts, thens, says = '']) =>
    named(firsts).flatMap((first) => named(thens).map((then) => [`${first}, ${then}`, says] as const)),
  );
  const twice = entries.filter(([pair], index) => entries.findIndex(([each]) => each === pair) !== index);
  if (twice.length > 0) throw new Error(`SPEC.md lists twice: ${twice.map(([pair]) => pair).join('; ')}`);
  return new Map(entries);
}
