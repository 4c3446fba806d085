import { describe, expect, it } from 'vitest';
import { aCase, aDossier } from '../fixtures/builders.ts';
import { annaBerger, testTownSettings } from '../fixtures/test-town.ts';
import type { Case, Dossier } from './case.ts';
import type { Clerk } from './clerk.ts';
import { unreadIn, viewOf } from './newer-document.ts';

const event = { opId: 'op-7', at: '2026-11-23T09:00:00.000Z' };

describe('[L7] what an older program shows of a newer server’s document', () => {
  it('fields it doesn’t know, at any depth: everything else, as it stands, and all can be done with it', () => {
    const known = aDossier();
    const events = known.events.map((each) => ({ ...each, mood: 'good' }));
    const view = viewOf('dossiers', { ...known, seals: [{ id: 1 }], events });
    expect(view).toEqual(known);
    expect(unreadIn(view ?? {})).toEqual([]);
  });

  it('an event it doesn’t know, or can’t read: its place and its time stay in the history', () => {
    const known = aDossier();
    const events = [
      ...known.events,
      { ...event, kind: 'letterSent', byId: 'anna', to: ['a', 'b'] },
      { ...event, kind: 'decided', byId: 'anna', decision: { kind: 'perhaps', reason: 'x' } },
    ];
    const view = viewOf('dossiers', { ...known, events }) as Dossier;
    expect(view.events.slice(known.events.length)).toEqual([
      { ...event, kind: 'ofNewerProgram' },
      { ...event, kind: 'ofNewerProgram' },
    ]);
    expect(unreadIn(view)).toEqual([]);
  });

  it.each<[string, object, object, readonly string[]]>([
    ['status', { status: 'asleep' }, { status: 'inProgress' }, ['status']],
    ['channel', { channel: 'pigeon' }, { channel: 'web' }, ['channel']],
    [
      'decision',
      { decision: { kind: 'perhaps', decidedBy: 'anna', decidedAt: event.at } },
      { decision: null },
      ['decision'],
    ],
  ])(
    'a %s it doesn’t know: the case, with a value that promises nothing, marked as unread',
    (_, newer, shown, left) => {
      const view = viewOf('cases', { ...aCase(), ...newer }) as Case;
      expect(view).toEqual({ ...aCase(), ...shown });
      expect(unreadIn(view)).toEqual(left);
    },
  );

  it('a file held back for a reason it doesn’t know is not to be opened', () => {
    const file = {
      hash: 'a'.repeat(64),
      name: 'a.pdf',
      mediaType: 'application/pdf',
      size: 7,
      addedBy: null,
      addedAt: event.at,
      withheld: 'haunted',
    };
    const view = viewOf('dossiers', { ...aDossier(), attachments: [file] }) as Dossier;
    expect(view.attachments?.[0]?.withheld).toBe('inCheck');
  });

  it('a role it doesn’t know has the fewest rights', () => {
    expect((viewOf('clerks', { ...annaBerger, role: 'emperor' }) as Clerk).role).toBe('clerk');
  });

  it('what may be absent is left out where it can’t be read', () => {
    const [municipality] = testTownSettings;
    const view = viewOf('settings', { ...municipality, colour: { light: '#fff', dark: '#000' } });
    expect(view).not.toHaveProperty('colour');
    expect(unreadIn(view ?? {})).toEqual(['colour']);
  });

  it('a field that is wrong in several ways is one that can’t be read, and an event likewise', () => {
    const known = aDossier();
    const wrong = [{ ...event, kind: 'assigned', byId: 7, fromId: 7, toId: 7, word: 7, more: 7 }];
    const view = viewOf('dossiers', {
      ...known,
      letters: [{ id: 1 }, { letter: 2, x: 3 }],
      events: [...known.events, ...wrong],
    });
    expect(view).toEqual({ ...known, events: [...known.events, { ...event, kind: 'ofNewerProgram' }] });
    expect(unreadIn(view ?? {})).toEqual(['letters']);
  });

  it.each<[string, 'settings' | 'cases' | 'dossiers', object]>([
    ['a setting of an unknown kind', 'settings', { kind: 'weather', id: 'rain', scope: 'all' }],
    ['a case without what every case has', 'cases', { id: 'case-1', scope: 'all', status: 'received' }],
    ['an event without a time', 'dossiers', { ...aDossier(), events: [{ kind: 'x', opId: 'op-1' }] }],
    ['another scope than there are', 'cases', { ...aCase(), scope: 'a/b/c' }],
  ])('%s: nothing', (_, collection, document) => expect(viewOf(collection, document)).toBeUndefined());

  it('leaves the document as it was, and gives the same view each time', () => {
    const document = { ...aCase(), status: 'asleep', mood: { is: 'good' } };
    const before = JSON.stringify(document);
    expect(viewOf('cases', document)).toBe(viewOf('cases', document));
    expect(JSON.stringify(document)).toBe(before);
  });
});
