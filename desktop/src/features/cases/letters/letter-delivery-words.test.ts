import { instant } from '@amtsstube/shared/domain/time';
import { expect, it } from 'vitest';
import { letterDeliveryWords } from './letter-delivery-words.ts';

const at = instant.parse('2026-11-23T09:30:00.000Z');

it.each([
  [{}, true, ['Entwurf: vom Server noch nicht übernommen']],
  [
    {},
    false,
    ['vom Server übernommen', 'liegt auf der Statusseite', 'vom Bürger noch nicht gesehen, soweit bekannt'],
  ],
  [
    { seenAt: at },
    false,
    ['vom Server übernommen', 'liegt auf der Statusseite', 'vom Bürger gesehen am 23.11.2026, 10:30'],
  ],
])('a letter says how far it is: %o, draft %s', (letter, isDraft, words) => {
  expect(letterDeliveryWords(letter, isDraft)).toEqual(words);
});
