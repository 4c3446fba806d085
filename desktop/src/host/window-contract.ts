import { bytesOf, type ContractCase, expectEqual, expectTrue } from './contract-case.ts';

export const windowContract: readonly ContractCase[] = [
  {
    title: 'one window owns a desk: the second gets nothing until the first releases',
    async run({ host, secondWindow }) {
      const mine = await host.claimOwnership('desk');
      const other = await secondWindow();
      expectEqual([mine !== undefined, await other.claimOwnership('desk')], [true, undefined]);
      expectTrue((await other.claimOwnership('another-desk')) !== undefined, 'another name to be free');
      await mine?.release();
      expectTrue((await other.claimOwnership('desk')) !== undefined, 'the released name to be free');
      await mine?.release();
      expectEqual(await host.claimOwnership('desk'), undefined);
    },
  },
  {
    title: 'ownership is not given twice to the same window, and ends with it',
    async run({ host, restart }) {
      expectTrue((await host.claimOwnership('desk')) !== undefined, 'a free name');
      expectEqual(await host.claimOwnership('desk'), undefined);
      expectTrue(
        (await (await restart()).claimOwnership('desk')) !== undefined,
        'a free name after the restart',
      );
    },
  },
  {
    title: 'of claims at the same time one is granted',
    async run({ host, secondWindow }) {
      const other = await secondWindow();
      const claims = await Promise.all(
        [host, other, host, other].map((window) => window.claimOwnership('desk')),
      );
      expectEqual(claims.filter((claim) => claim !== undefined).length, 1);
    },
  },
  {
    title: 'storage counts what is stored, within the quota where there is one',
    async run({ host }) {
      await (await host.journals.open('a.journal')).append(new Uint8Array(200_000));
      await host.files.write('settings', bytesOf('x'));
      const { usedBytes, quotaBytes } = await host.storage();
      expectTrue(usedBytes >= 200_000, `200000 used bytes or more, not ${usedBytes}`);
      expectTrue(quotaBytes === undefined || quotaBytes > usedBytes, 'a quota above what is used');
    },
  },
  {
    title: 'persistence is a clear answer, and a notification is never a failure',
    async run({ host }) {
      expectTrue(
        ['granted', 'refused', 'unneeded'].includes(await host.persistence()),
        'one of the three answers',
      );
      host.notify('Amtsstube', 'Neuer Antrag');
    },
  },
];
