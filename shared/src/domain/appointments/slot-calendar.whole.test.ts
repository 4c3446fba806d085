import { expect, it } from 'vitest';
import { slotsUnlikeMinutes } from '../../fixtures/any-times.ts';

it.each(Array.from({ length: 100 }, (_, index) => index + 1))(
  '[K3] [K6] listing and booking say what reading the rules minute by minute says: seed %i',
  (seed) => expect(slotsUnlikeMinutes(seed)).toEqual([]),
);
