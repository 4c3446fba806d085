import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

describe('canonical JSON', () => {
  it.each<[unknown, string]>([
    [{ b: 1, a: 2 }, '{"a":2,"b":1}'],
    [{ a: { d: 1, c: 2 } }, '{"a":{"c":2,"d":1}}'],
    // by code units: no locale, capitals first, umlauts last
    [{ ä: 1, z: 2, Z: 3, a: 4, '': 5 }, '{"":5,"Z":3,"a":4,"z":2,"ä":1}'],
    // keys that look like numbers, which objects put first and in another order
    [{ b: 0, 10: 1, 9: 2 }, '{"10":1,"9":2,"b":0}'],
    [{ a: undefined, b: null }, '{"b":null}'],
    [[3, 1, 2], '[3,1,2]'],
    [[undefined, null], '[null,null]'],
    [[], '[]'],
    [{}, '{}'],
    [null, 'null'],
    [undefined, 'null'],
    [true, 'true'],
    [0, '0'],
    [-0, '0'],
    [1e21, '1e+21'],
    [0.1 + 0.2, '0.30000000000000004'],
    ['Müller "x"\n\u2028', '"Müller \\"x\\"\\n\u2028"'],
    ['😀', '"😀"'],
    ['\ud800', '"\\ud800"'],
  ])('of %j is %s', (value, text) => expect(canonicalJson(value)).toBe(text));

  it('keeps apart what is not equal: composed and decomposed letters, numbers and texts', () => {
    expect(canonicalJson('é')).not.toBe(canonicalJson('e\u0301'));
    expect(canonicalJson({ a: 1 })).not.toBe(canonicalJson({ a: '1' }));
    expect(canonicalJson({ a: [] })).not.toBe(canonicalJson({ a: {} }));
  });

  const anyJson = fc.jsonValue({ stringUnit: 'binary' });

  it('says the same value, and the same text for it in whatever order it was made', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        const plain = JSON.parse(JSON.stringify(value));
        const text = canonicalJson(plain);
        expect(JSON.parse(text)).toEqual(plain);
        expect(canonicalJson(reversed(plain))).toBe(text);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('doesn’t see members that are undefined', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), anyJson), fc.string(), (members, name) => {
        fc.pre(!Object.hasOwn(members, name) && name !== '__proto__');
        expect(canonicalJson({ ...members, [name]: undefined })).toBe(canonicalJson(members));
      }),
    );
  });
});

/** The same value, its members added in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, member]) => [name, reversed(member)]),
  );
}
