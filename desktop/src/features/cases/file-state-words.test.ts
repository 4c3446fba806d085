import { expect, it } from 'vitest';
import type { BlobState } from '../../data/desk.ts';
import { fileStateWords } from './file-state-words.ts';

it.each<[BlobState | undefined, string]>([
  [undefined, 'nicht auf diesem Gerät'],
  [{ state: 'here', isOnServer: false, sentBytes: 0 }, 'auf diesem Gerät gespeichert, noch nicht übertragen'],
  [{ state: 'here', isOnServer: false, sentBytes: 999 }, 'auf diesem Gerät gespeichert, 99 % übertragen'],
  [{ state: 'here', isOnServer: true, sentBytes: 1000 }, 'vom Server übernommen, auch auf diesem Gerät'],
  [{ state: 'fetching', fetchedBytes: 500 }, 'wird geladen, 50 %'],
  [{ state: 'expected' }, 'Datei kommt noch vom Gerät von Anna Berger'],
])('%j: %s', (state, words) => {
  expect(fileStateWords(state, 1000, 'Anna Berger')).toBe(words);
});
