import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { berlinData } from './berlin-zone.ts';

it("is the line of the date library's own data", () => {
  const data = readFileSync(createRequire(import.meta.url).resolve('@js-joda/timezone'), 'utf8');
  const lines = [...data.matchAll(/"(Europe\/Berlin\|LMT[^"]*)"/g)].map(([, line]) => line);
  expect(lines).toEqual([berlinData]);
});
