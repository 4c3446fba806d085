import { describe, expect, it } from 'vitest';
import { appended, expandKey } from './expand-key.ts';

const blocks = [{ key: 'nachweis', text: 'Der Nachweis fehlt.' }];

describe('a text block by its key', () => {
  it('stands where its key was typed, with the caret behind it', () => {
    expect(expandKey('Leider: /nachweis Danke.', 17, blocks)).toEqual({
      text: 'Leider: Der Nachweis fehlt. Danke.',
      caret: 27,
    });
    expect(expandKey('/Nachweis', 9, blocks)?.text).toBe('Der Nachweis fehlt.');
  });

  it('is none in the middle of a word, of a key nobody knows, and behind other words', () => {
    expect(expandKey('und/nachweis', 12, blocks)).toBeUndefined();
    expect(expandKey('/beleg', 6, blocks)).toBeUndefined();
    expect(expandKey('/nachweis fehlt', 15, blocks)).toBeUndefined();
  });

  it('chosen from the list it is a paragraph at the end', () => {
    expect(appended('', 'A')).toBe('A');
    expect(appended('Erstens.\n', 'A')).toBe('Erstens.\n\nA');
  });
});
