import { localDate } from '@amtsstube/shared/domain/time';
import { expect, it } from 'vitest';
import { readReceivedOn } from './received-on.ts';

const today = localDate.parse('2026-11-27');

it.each([
  ['27.11.2026', '2026-11-27'],
  ['1.2.2019', '2019-02-01'],
  ['2026-11-20', '2026-11-20'],
  ['24.11.26', '2026-11-24'],
  ['24.11.', '2026-11-24'],
  // what would lie ahead was last year
  ['24.12.', '2025-12-24'],
  ['gestern', '2026-11-26'],
  [' Heute ', '2026-11-27'],
])('%s came in on %s', (text, on) => {
  expect(readReceivedOn(text, today)).toEqual({ ok: true, on });
});

it.each([
  ['', 'notADay'],
  ['31.2.2026', 'notADay'],
  ['neulich', 'notADay'],
  ['28.11.2026', 'inFuture'],
])('„%s“: %s', (text, because) => {
  expect(readReceivedOn(text, today)).toEqual({ ok: false, because });
});
