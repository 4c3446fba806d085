import { expect, it } from 'vitest';
import { ShortcutActions } from './shortcut-actions.ts';
import type { Press } from './shortcuts.ts';

const atDesk = { isTyping: false, isCovered: false, charactersCount: true };

it('a sequence goes to its own component, also when another listens to its last key alone', () => {
  const { actions, done, type } = begin();
  actions.register(() => ({ views: () => done.push('views') }));
  actions.register(() => ({ goAll: () => done.push('goAll') }));
  type('ga');
  expect(done).toEqual(['goAll']);
  type('a');
  expect(done).toEqual(['goAll', 'views']);
});

it('what nobody offers takes no key, and begins no sequence', () => {
  const { actions, done, type } = begin();
  actions.register(() => ({ views: () => done.push('views') }));
  type('ga');
  expect(done).toEqual(['views']);
});

it('the newest that offers a shortcut performs it, until it goes', () => {
  const { actions, done, type } = begin();
  actions.register(() => ({ search: () => done.push('list') }));
  const goAway = actions.register(() => ({ search: () => done.push('viewer') }));
  type('/');
  goAway();
  type('/');
  expect(done).toEqual(['viewer', 'list']);
});

it('keys that a dialog withholds are taken and do nothing', () => {
  const { actions, done } = begin();
  actions.register(() => ({ palette: () => done.push('palette') }));
  const keys = { ...press('k'), ctrlKey: true };
  expect(actions.press(keys, { ...atDesk, isCovered: true })).toBe(true);
  expect(done).toEqual([]);
  expect(actions.press(keys, { ...atDesk, isTyping: true })).toBe(true);
  expect(done).toEqual(['palette']);
});

function begin() {
  const actions = new ShortcutActions();
  const done: string[] = [];
  const type = (keys: string) => {
    for (const key of keys) actions.press(press(key), atDesk);
  };
  return { actions, done, type };
}

function press(key: string): Press {
  return { key, code: '', ctrlKey: false, altKey: false, metaKey: false, timeStamp: 0 };
}
