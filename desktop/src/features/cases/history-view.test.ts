import { caseEvent } from '@amtsstube/shared/domain/case';
import { describe, expect, it } from 'vitest';
import { parseHistoryView, viewedEvents } from './history-view.ts';

const at = '2026-11-23T08:00:00.000Z';
const events = [
  { kind: 'submitted', opId: 'a', at },
  { kind: 'note', opId: 'b', at, byId: 'anna', text: 'eins' },
  { kind: 'fileAdded', opId: 'c', at, byId: 'anna', name: 'Foto.jpg' },
  { kind: 'note', opId: 'd', at, byId: 'anna', text: 'zwei' },
].map((event) => caseEvent.parse(event));
const ids = (view: unknown) => viewedEvents(events, parseHistoryView(view)).map(({ opId }) => opId);

describe('a history as its reader wants it', () => {
  it.each([
    ['as it is kept', {}, ['a', 'b', 'c', 'd']],
    ['notes alone, newest first', { filter: 'notes', isNewestFirst: true }, ['d', 'b']],
    ['documents', { filter: 'documents' }, ['c']],
    ['what an older or newer version kept', { filter: 'future', isNewestFirst: 1 }, ['a', 'b', 'c', 'd']],
    ['nothing readable', 'x', ['a', 'b', 'c', 'd']],
  ])('%s', (_, view, shown) => {
    expect(ids(view)).toEqual(shown);
  });
});
