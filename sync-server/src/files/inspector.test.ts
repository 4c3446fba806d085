import { blobHash } from '@amtsstube/shared/domain/blob';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { expect, it } from 'vitest';
import type { Inspected } from './inspect-file.ts';
import { Inspector } from './inspector.ts';

const { municipalityId } = testTown;
const hashOf = (index: number) => blobHash.parse(index.toString(16).padStart(64, '0'));

async function* nothing() {
  yield Buffer.of(1);
}
const blobs = { open: nothing };

it('looks at a file that took too long again after ten minutes, not with every page', async () => {
  let [looks, clock] = [0, 0];
  const inspect = async (): Promise<Inspected> => {
    looks += 1;
    return { fault: 'tooElaborate' };
  };
  const inspector = new Inspector(blobs, { inspect, nowMs: () => clock });
  const look = () => inspector.inspect(municipalityId, hashOf(1));
  expect([await look(), await look()]).toEqual([{ fault: 'tooElaborate' }, { fault: 'tooElaborate' }]);
  expect(looks).toBe(1);
  clock += 10 * 60 * 1000;
  await look();
  expect(looks).toBe(2);
});

it('has forty wait and no more; who comes later is told to come again, and is taken then', async () => {
  let open = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const inspect = async (): Promise<Inspected> => {
    await gate;
    return { kind: 'pdf', size: 1 };
  };
  const inspector = new Inspector(blobs, { inspect });
  const first = Array.from({ length: 40 }, (_, index) => inspector.inspect(municipalityId, hashOf(index)));
  expect(await inspector.inspect(municipalityId, hashOf(99))).toEqual({ fault: 'notNow' });
  open();
  expect(new Set((await Promise.all(first)).map((each) => 'kind' in each))).toEqual(new Set([true]));
  expect(await inspector.inspect(municipalityId, hashOf(99))).toEqual({ kind: 'pdf', size: 1 });
});
