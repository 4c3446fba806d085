import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validDogAnswers } from '../fixtures/builders.ts';
import { berndKrueger } from '../fixtures/test-town.ts';
import {
  type Correction,
  countingCorrections,
  currentAnswers,
  isSameValue,
  standingCorrections,
} from './corrections.ts';
import { opId } from './ids.ts';
import { instant } from './time.ts';

const at = instant.parse('2026-11-27T08:00:00.000Z');
const answers = validDogAnswers();

interface Act {
  readonly path: string;
  readonly value: string;
}
const act = fc.record({
  path: fc.constantFrom('dogName', 'breed'),
  value: fc.constantFrom('Bello', 'Rex', 'Hasso'),
});

/** What a desk without a line makes of its clerk's acts: each is based on what it shows by then. */
function correctionsAt(desk: string, acts: readonly Act[], before: readonly Correction[]): Correction[] {
  const made: Correction[] = [];
  for (const [index, { path, value }] of acts.entries()) {
    const shown = standingCorrections({ events: [...before, ...made] }).get(path) ?? [];
    made.push({
      kind: 'answerCorrected',
      opId: opId.parse(`${desk}-${index}`),
      at,
      byId: berndKrueger.id,
      path,
      value,
      basedOn: shown.flatMap(({ corrections }) => corrections.map((each) => each.opId)),
    });
  }
  return made;
}

/** All orders in which two desks' acts can arrive, each desk's own in hers: by a coin for each place. */
function merged<T>(one: readonly T[], other: readonly T[], coins: readonly boolean[]): T[] {
  const [left, right] = [[...one], [...other]];
  return Array.from({ length: one.length + other.length }, (_, index) => {
    const from = right.length === 0 || (coins[index] === true && left.length > 0) ? left : right;
    return from.shift() as T;
  });
}

/** By path the values with the corrections behind each, in no order. */
function inForce(events: readonly Correction[]) {
  return Object.fromEntries(
    [...standingCorrections({ events: [...events] })].map(([path, values]) => [
      path,
      values
        .map(({ value, corrections }) => [value, ...corrections.map(({ opId: each }) => each).toSorted()])
        .toSorted(),
    ]),
  );
}

describe('two desks correct the same application without a line', () => {
  const history = fc.record({
    before: fc.array(act, { maxLength: 3 }),
    one: fc.array(act, { maxLength: 5 }),
    other: fc.array(act, { maxLength: 5 }),
    coins: fc.tuple(fc.array(fc.boolean(), { maxLength: 10 }), fc.array(fc.boolean(), { maxLength: 10 })),
  });
  const arrivals = fc.record({ history }).map(({ history: { before, one, other, coins } }) => {
    const known = correctionsAt('known', before, []);
    const [mine, theirs] = [correctionsAt('one', one, known), correctionsAt('other', other, known)];
    return { known, mine, theirs, orders: coins.map((each) => [...known, ...merged(mine, theirs, each)]) };
  });

  it('[L9] comes to the same end, whoever hands over first', () => {
    fc.assert(
      fc.property(arrivals, ({ orders: [forth = [], back = []] }) => {
        expect(inForce(forth)).toEqual(inForce(back));
        expect(currentAnswers({ answers, events: forth })).toEqual(currentAnswers({ answers, events: back }));
      }),
    );
  });

  it('keeps the last word of each desk on each answer in force, and only values somebody meant', () => {
    fc.assert(
      fc.property(arrivals, ({ mine, theirs, orders: [events = []] }) => {
        const standing = standingCorrections({ events });
        const named = [...standing.values()].flat().flatMap(({ corrections }) => corrections);
        for (const desk of [mine, theirs])
          for (const path of new Set(desk.map((each) => each.path)))
            expect(named).toContain(desk.findLast((each) => each.path === path));
        for (const [path, values] of standing) {
          expect(values.length).toBeGreaterThan(0);
          expect(new Set(values.map(({ value }) => value)).size).toBe(values.length);
          expect(values.length, path).toBeLessThanOrEqual(2);
        }
      }),
    );
  });

  it('one act that names all that is in force settles it, on every desk that has it', () => {
    fc.assert(
      fc.property(arrivals, act, ({ orders }, settling) => {
        for (const events of orders) {
          const after = [...events, ...correctionsAt('settling', [settling], events)];
          expect(standingCorrections({ events: after }).get(settling.path)).toMatchObject([
            { value: settling.value },
          ]);
          expect(currentAnswers({ answers, events: after })[settling.path]).toBe(settling.value);
        }
      }),
    );
  });
});

const correction = (
  id: string,
  value: string | null,
  basedOn: string[] = [],
  path = 'dogName',
): Correction => ({
  kind: 'answerCorrected',
  opId: opId.parse(id),
  at,
  byId: berndKrueger.id,
  path,
  value,
  basedOn: basedOn.map((each) => opId.parse(each)),
});

describe('what counts while an answer is disputed', () => {
  it.each<[string, Correction[], string | null | undefined]>([
    [
      'nothing that both knew: what was entered',
      [correction('a', 'Rex'), correction('b', 'Hasso')],
      undefined,
    ],
    [
      'what both replaced',
      [correction('a', 'Rex'), correction('b', 'Hasso', ['a']), correction('c', 'Waldi', ['a'])],
      'Rex',
    ],
    [
      'that nothing stood there, if both replaced that',
      [correction('a', null), correction('b', 'Hasso', ['a']), correction('c', 'Waldi', ['a'])],
      null,
    ],
    [
      'what both replaced, though one went on from her own',
      [
        correction('a', 'Rex'),
        correction('b', 'Hasso', ['a']),
        correction('c', 'Waldi', ['b']),
        correction('d', 'Struppi', ['a']),
      ],
      'Rex',
    ],
    [
      'what stood alone before the first of two disputes',
      [
        correction('a', 'Rex'),
        correction('b', 'Hasso', ['a']),
        correction('c', 'Waldi', ['a']),
        correction('d', 'Hasso', ['b', 'c']),
        correction('e', 'Waldi', ['b', 'c']),
      ],
      'Rex',
    ],
    [
      'what two had found independently',
      [
        correction('a', 'Rex'),
        correction('b', 'Rex'),
        correction('c', 'Hasso', ['a', 'b']),
        correction('d', 'Waldi', ['a', 'b']),
      ],
      'Rex',
    ],
    [
      'what was entered, where one of them never saw the other value',
      [correction('a', 'Rex'), correction('b', 'Hasso', ['a']), correction('c', 'Waldi')],
      undefined,
    ],
  ])('%s', (_, events, value) => {
    for (const order of [events, events.toReversed()]) {
      expect(countingCorrections({ events: order }).get('dogName')?.value).toBe(value);
      expect(currentAnswers({ answers, events: order })['dogName']).toBe(
        value === undefined ? 'Bello' : (value ?? undefined),
      );
    }
  });

  it('is what somebody meant or what was entered, and comes to an end also of what names itself and each other', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const any = fc.tuple(
      ...ids.map((id) =>
        fc
          .record({ value: fc.constantFrom('Rex', 'Hasso'), basedOn: fc.subarray(ids) })
          .map(({ value, basedOn }) => correction(id, value, basedOn)),
      ),
    );
    fc.assert(
      fc.property(any, (events) => {
        const forth = currentAnswers({ answers, events })['dogName'];
        expect(['Bello', 'Rex', 'Hasso']).toContain(forth);
        expect(currentAnswers({ answers, events: events.toReversed() })['dogName']).toBe(forth);
      }),
    );
  });
});

it('a correction that names one of another answer replaces nothing there', () => {
  const events = [correction('a', 'Dackel', [], 'breed'), correction('b', 'Rex', ['a'])];
  for (const order of [events, events.toReversed()])
    expect(inForce(order)).toEqual({ breed: [['Dackel', 'a']], dogName: [['Rex', 'b']] });
});

it('a correction that names one of the same answer replaces it also if that one comes later', () => {
  expect(inForce([correction('b', 'Rex', ['a']), correction('a', 'Hasso')])).toEqual({
    dogName: [['Rex', 'b']],
  });
});

it.each<[unknown, unknown, boolean]>([
  ['a', 'a', true],
  ['1', 1, false],
  [null, null, true],
  [null, '', false],
  [false, null, false],
  [['a', 'b'], ['a', 'b'], true],
  [['a'], ['a', 'b'], false],
  [{ street: 'x', place: 'y' }, { place: 'y', street: 'x' }, true],
  [{ street: 'x' }, { street: 'x', place: 'y' }, false],
  [{ street: 'x' }, ['x'], false],
])('%o and %o are the same: %s', (one, other, isSame) => {
  expect(isSameValue(one as string, other as string)).toBe(isSame);
});
