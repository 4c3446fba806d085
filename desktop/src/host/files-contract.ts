import { bytesOf, type ContractCase, expectEqual, expectFailure, textOf } from './contract-case.ts';

const badNames = ['', '.', '..', '../a', 'a/b', 'a\\b', '.hidden', 'A', 'ä', 'a b', '-a', 'a'.repeat(102)];

export const filesContract: readonly ContractCase[] = [
  {
    title: 'a file that was never written is undefined, an empty one is not',
    async run({ host }) {
      expectEqual(await host.files.read('settings'), undefined);
      await host.files.write('settings', new Uint8Array());
      expectEqual(await host.files.read('settings'), new Uint8Array());
    },
  },
  {
    title: 'a write replaces the whole content, longer or shorter, and lasts',
    async run({ host, restart }) {
      for (const content of ['short', 'a longer content than before', 's']) {
        await host.files.write('settings', bytesOf(content));
        expectEqual(textOf(await host.files.read('settings')), content);
      }
      expectEqual(textOf(await (await restart()).files.read('settings')), 's');
    },
  },
  {
    title: 'of writes at the same time the last call stands, each with the bytes of its call',
    async run({ host }) {
      const buffer = bytesOf('first');
      const first = host.files.write('settings', buffer);
      buffer.fill(0);
      const rest = ['second', 'third'].map((content) => host.files.write('settings', bytesOf(content)));
      await first;
      await Promise.all(rest);
      expectEqual(textOf(await host.files.read('settings')), 'third');
    },
  },
  {
    title: 'a removed file is gone after a restart too; files with similar names stay',
    async run({ host, restart }) {
      await host.files.write('key', bytesOf('1'));
      await host.files.write('key', bytesOf('2'));
      await host.files.write('key.0', bytesOf('other'));
      await host.files.remove('key');
      await host.files.remove('key');
      const later = await restart();
      expectEqual(await later.files.read('key'), undefined);
      expectEqual(textOf(await later.files.read('key.0')), 'other');
    },
  },
  {
    title: '[B1] pieces of blobs are listed, last, and are no small files of the same name',
    async run({ host, restart }) {
      expectEqual(await host.blobs.list(), []);
      const megabyte = new Uint8Array(1024 * 1024).fill(7);
      await host.blobs.write('b.1', megabyte);
      await host.blobs.write('b.0', bytesOf('first'));
      await host.blobs.write('a', bytesOf('one'));
      await host.blobs.write('a', bytesOf('another'));
      await host.blobs.remove('b.0');
      expectEqual(await host.files.read('a'), undefined);
      const later = await restart();
      expectEqual(await later.blobs.list(), ['a', 'b.1']);
      expectEqual(textOf(await later.blobs.read('a')), 'another');
      expectEqual(await later.blobs.read('b.1'), megabyte);
      expectEqual(await later.blobs.read('b.0'), undefined);
    },
  },
  {
    title: 'a name that could leave its directory is refused everywhere',
    async run({ host }) {
      const nothing = new Uint8Array();
      for (const name of badNames) {
        await expectFailure(host.journals.open(name), 'badName');
        await expectFailure(host.journals.setAside(name, nothing), 'badName');
        await expectFailure(host.journals.remove(name), 'badName');
        await expectFailure(host.files.read(name), 'badName');
        await expectFailure(host.files.write(name, nothing), 'badName');
        await expectFailure(host.files.remove(name), 'badName');
        await expectFailure(host.blobs.read(name), 'badName');
        await expectFailure(host.blobs.write(name, nothing), 'badName');
        await expectFailure(host.blobs.remove(name), 'badName');
        await expectFailure(host.claimOwnership(name), 'badName');
      }
      expectEqual(await host.journals.list(), []);
    },
  },
];
