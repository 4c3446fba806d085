import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Fault } from './fault.ts';
import { journalOf } from './faults/journal-faults.ts';
import { runRound } from './round.ts';
import { makeTemplate, type Template } from './template.ts';

let place: string;
let template: Template;
beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'amtsstube-faults-'));
  template = await makeTemplate(place);
}, 60_000);
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** No fault that anybody promises to survive: the only copy of three acknowledged notes is taken away. */
const journalGone: Fault = {
  name: 'journal gone',
  isShort: false,
  excuses: { identities: true },
  run: async (town) => {
    const { desk, line } = town.offices[0];
    line.weather = { kind: 'cut' };
    for (let count = 0; count < 3; count += 1) await town.note(desk);
    await desk.kill();
    rmSync(journalOf(desk.setup.directory));
    line.weather = { kind: 'fair' };
    await desk.start();
  },
};

it('[J2] a round in which acknowledged operations are lost says so', { timeout: 120_000 }, async () => {
  const round = await runRound(journalGone, 1, template, place);
  expect(round.stuck).toEqual([]);
  expect(round.lost.filter((remark) => remark.includes('was never decided'))).toHaveLength(3);
});

it('[J2] and one in which nothing happens is clean', { timeout: 120_000 }, async () => {
  const calm: Fault = { name: 'nothing', isShort: false, run: (town) => town.work(5) };
  const { lost, doubled, stuck, broken } = await runRound(calm, 2, template, place);
  expect({ lost, doubled, stuck, broken }).toEqual({ lost: [], doubled: [], stuck: [], broken: [] });
});
