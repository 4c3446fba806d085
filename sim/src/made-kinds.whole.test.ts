import { operationKinds } from '@amtsstube/shared/operations/registry';
import { expect, it } from 'vitest';
import { runSeed } from './run-seed.ts';

const kinds = Object.keys(operationKinds).toSorted();

it('every kind of operation is made by the generator: the log of a handful of seeds holds each, accepted', async () => {
  const made = new Set<string>();
  for (let seed = 1; seed <= 120 && made.size < kinds.length; seed += 1) {
    const { trace } = await runSeed(seed);
    // the first four are the town itself, set up before anything is generated
    for (const { seq, kind, result } of trace.log)
      if (seq > 4 && result.decided === 'accepted') made.add(kind);
  }
  expect([...made].toSorted()).toEqual(kinds);
}, 300_000);
