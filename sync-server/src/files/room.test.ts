import { expect, it } from 'vitest';
import { Room } from './room.ts';

const disks = (free: Readonly<Record<string, number>>) => async (directory: string) => {
  const bytes = free[directory];
  if (bytes === undefined) throw new Error('no such disk');
  return bytes;
};
const options = { dataDirectory: 'data', mirrorDirectory: 'mirror', leastFreeBytes: 100 };

it.each([
  [{ data: 150, mirror: 150 }, true],
  [{ data: 149, mirror: 150 }, false],
  [{ data: 150, mirror: 149 }, false],
  [{ data: 150 }, true],
])('with %j bytes free there is room for fifty, beside the hundred that stay free: %s', async (free, has) => {
  expect(await new Room({ ...options, freeBytes: disks(free) }).has(50)).toBe(has);
});

it('counts what is on its way, and lets it go once', async () => {
  const room = new Room({ ...options, freeBytes: disks({ data: 200, mirror: 200 }) });
  const both = await Promise.all([room.reserve(60), room.reserve(60)]);
  expect(both.filter((release) => release !== undefined).length).toBeLessThan(2);
  const release = both.find((each) => each !== undefined) ?? (await room.reserve(60));
  expect(await room.has(60)).toBe(false);
  release?.();
  release?.();
  expect([await room.has(100), await room.has(101)]).toEqual([true, false]);
});

it('reserves nothing where the disk can’t be asked', async () => {
  let isThere = false;
  const freeBytes = async () => {
    if (!isThere) throw new Error('EIO');
    return 200;
  };
  const room = new Room({ ...options, freeBytes });
  await expect(room.reserve(100)).rejects.toThrow('EIO');
  isThere = true;
  expect(await room.has(100)).toBe(true);
});
