import { describe, expect, it } from 'vitest';
import {
  keysOf,
  type Press,
  ShortcutRecogniser,
  type Situation,
  shortcutIds,
  shortcuts,
} from './shortcuts.ts';

const atDesk: Situation = { isTyping: false, isCovered: false, charactersCount: true };

describe('the list of shortcuts', () => {
  it('has each action once', () => {
    expect(shortcuts.map(({ id }) => id).toSorted()).toEqual([...shortcutIds].toSorted());
  });

  it('has no shortcut that is the beginning of another, which would never be reached', () => {
    const written = shortcuts.map(({ keys }) => keys.map((chord) => JSON.stringify(chord)).join());
    for (const one of written)
      expect(written.filter((other) => other === one || other.startsWith(`${one},`))).toEqual([one]);
  });

  it.each([
    ['palette', 'Strg + K'],
    ['goUnassigned', 'G, dann P'],
    ['overview', '?'],
    ['lock', 'Strg + Alt + L'],
  ] as const)('shows the keys of %s as %s', (id, shown) => {
    expect(keysOf(id)).toBe(shown);
  });
});

describe('recognising shortcuts', () => {
  it.each([
    ['goUnassigned', ['g', 'p']],
    ['goMine', ['g', 'm']],
    ['goAll', ['g', 'a']],
    ['search', ['/']],
    ['overview', ['?']],
  ] as const)('%s', (id, keys) => {
    expect(pressAll(keys.map((key) => press(key))).at(-1)).toBe(id);
  });

  it('takes capital letters (caps lock) and passes over the modifier’s own press', () => {
    expect(pressAll([press('G'), press('Shift'), press('P')])).toEqual([
      undefined,
      undefined,
      'goUnassigned',
    ]);
  });

  it('takes the lock key by its place, whatever character Control and Alt make of it', () => {
    const lock = { ...press('ł'), code: 'KeyL', ctrlKey: true, altKey: true };
    expect(pressAll([lock])).toEqual(['lock']);
    expect(pressAll([lock], { isTyping: true, isCovered: true, charactersCount: false })).toEqual(['lock']);
  });

  it('begins anew after another key, also when that key begins a shortcut itself', () => {
    expect(pressAll(['g', 'x', 'p'].map((key) => press(key)))).toEqual([undefined, undefined, undefined]);
    expect(pressAll(['g', 'g', 'p'].map((key) => press(key))).at(-1)).toBe('goUnassigned');
    expect(pressAll(['g', '?'].map((key) => press(key))).at(-1)).toBe('overview');
  });

  it('begins anew after a pause', () => {
    expect(pressAll([press('g', 0), press('p', 1_900)]).at(-1)).toBe('goUnassigned');
    expect(pressAll([press('g', 0), press('p', 2_100)]).at(-1)).toBeUndefined();
  });

  it('leaves other modifiers to the browser', () => {
    expect(pressAll([{ ...press('k'), ctrlKey: true }])).toEqual(['palette']);
    expect(pressAll([{ ...press('k'), ctrlKey: true, altKey: true }])).toEqual([undefined]);
    expect(pressAll([{ ...press('k'), ctrlKey: true, metaKey: true }])).toEqual([undefined]);
    expect(pressAll([{ ...press('g'), ctrlKey: true }, press('p')]).at(-1)).toBeUndefined();
  });

  it.each([{ isTyping: true }, { isCovered: true }])('nothing fires with %o', (changed) => {
    const all = ['g', 'p', '?', '/', 'a'].map((key) => press(key));
    expect(pressAll([...all, { ...press('a'), ctrlKey: true }], { ...atDesk, ...changed })).toEqual(
      Array.from({ length: 6 }, () => undefined),
    );
  });

  it('the palette opens from a field too; beside a dialog its keys do nothing, and not what the browser does with them', () => {
    const palette = [{ ...press('k'), ctrlKey: true }];
    expect(pressAll(palette, { ...atDesk, isTyping: true })).toEqual(['palette']);
    expect(pressAll(palette, { ...atDesk, isCovered: true })).toEqual(['withheld']);
  });

  it('characters alone can be switched off', () => {
    const off = { ...atDesk, charactersCount: false };
    expect(pressAll([press('?'), press('g'), press('p')], off)).toEqual([undefined, undefined, undefined]);
    expect(pressAll([{ ...press('k'), ctrlKey: true }], off)).toEqual(['palette']);
  });
});

function press(key: string, timeStamp = 0): Press {
  return { key, code: '', ctrlKey: false, altKey: false, metaKey: false, timeStamp };
}

function pressAll(presses: readonly Press[], situation = atDesk) {
  const recogniser = new ShortcutRecogniser();
  return presses.map((each) => recogniser.press(each, situation));
}
