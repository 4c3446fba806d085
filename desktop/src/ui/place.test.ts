import { localDate } from '@amtsstube/shared/domain/time';
import { describe, expect, it } from 'vitest';
import { hrefOf, type Place, placeOf, startPlace } from './place.ts';

describe('a place in the address', () => {
  const places: readonly Place[] = [
    { screen: 'inbox', view: 'mine' },
    { screen: 'inbox', view: 'all' },
    { screen: 'inbox', view: 'mine', saved: 'f3a-1_b' },
    { screen: 'case', caseId: 'case~1.a_b-c' },
    { screen: 'refused' },
    { screen: 'load' },
    { screen: 'figures', view: 'cases' },
    { screen: 'figures', view: 'hall' },
    { screen: 'tasks' },
    { screen: 'calendar', view: 'week' },
    { screen: 'hours' },
    { screen: 'hours', counterId: 'schalter 1/süd' },
    { screen: 'calendar', view: 'day', on: localDate.parse('2026-11-24') },
    { screen: 'fees' },
    { screen: 'admin', part: 'counters' },
    { screen: 'service', serviceId: 'hund-anmelden', view: 'form' },
  ];

  it.each(places)('comes back as it went: $screen', (place) => {
    expect(placeOf(hrefOf(place))).toEqual(place);
  });

  it.each(['', '#', '#/nowhere', '#/inbox/other', '#/case/', '#/case/%E0%A4%A'])(
    'takes "%s" for the start',
    (hash) => {
      expect(placeOf(hash)).toEqual(startPlace);
    },
  );
});
