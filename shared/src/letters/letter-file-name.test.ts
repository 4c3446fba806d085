import { expect, it } from 'vitest';
import { letterFileName, plainFileName } from './letter-file-name.ts';

it.each([
  ['an ordinary one', 'Lageplan 1.pdf', 'Lageplan 1.pdf'],
  ['a long one keeps its extension', `${'Lageplan '.repeat(40)}.pdf`, /^Lageplan .{87,90}\.pdf$/],
  ['without an extension', 'x'.repeat(300), 'x'.repeat(100)],
  ['what Windows refuses', 'a/b:c?.pdf', 'a_b_c_.pdf'],
  ['a dot at the end', 'Anlage 3. ', 'Anlage 3'],
  ['a hidden one', '..pdf', '_pdf'],
])('a file name: %s', (_, name, expected) => {
  expect(plainFileName(name)).toMatch(expected);
  expect(plainFileName(name).length).toBeLessThanOrEqual(100);
});

it('a cut through a character leaves none that is broken', () => {
  const name = plainFileName(`${'x'.repeat(95)}😀.pdf`);
  expect(name.isWellFormed()).toBe(true);
  expect(name).toMatch(/\.pdf$/);
});

it('a letter is called by its reference and subject, however long that is', () => {
  expect(letterFileName('HST-2026-00001', 'Bescheid: Hunde/Katzen')).toBe(
    'HST-2026-00001 Bescheid Hunde Katzen.pdf',
  );
  const name = letterFileName('HST-2026-00001', 'Bescheid '.repeat(40));
  expect(name).toMatch(/^HST-2026-00001 Bescheid .*\.pdf$/);
  expect(name.length).toBeLessThanOrEqual(100);
});
