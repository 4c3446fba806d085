import {
  bytesOf,
  type ContractCase,
  expectEqual,
  expectFailure,
  expectTrue,
  textOf,
} from './contract-case.ts';

export const journalsContract: readonly ContractCase[] = [
  {
    title: '[J2] a new journal is empty and gives back what was appended, in order',
    async run({ host }) {
      const journal = await host.journals.open('a.journal');
      expectEqual(await journal.read(), new Uint8Array());
      await journal.append(bytesOf('one,'));
      await journal.append(bytesOf('two,'));
      expectEqual(textOf(await journal.read()), 'one,two,');
    },
  },
  {
    title: '[J2] appends that were not waited for are serialised in the order of the calls',
    async run({ host }) {
      const journal = await host.journals.open('a.journal');
      const numbers = Array.from({ length: 40 }, (_, index) => `${index};`);
      await Promise.all(numbers.map((number) => journal.append(bytesOf(number))));
      expectEqual(textOf(await journal.read()), numbers.join(''));
    },
  },
  {
    title: '[J2] a read that follows an append in the queue sees all of it',
    async run({ host }) {
      const journal = await host.journals.open('a.journal');
      const [, content] = await Promise.all([journal.append(bytesOf('whole')), journal.read()]);
      expectEqual(textOf(content), 'whole');
    },
  },
  {
    title: '[J2] what was acknowledged is there after a restart',
    async run({ host, restart }) {
      await (await host.journals.open('a.journal')).append(bytesOf('kept'));
      const again = await (await restart()).journals.open('a.journal');
      expectEqual(textOf(await again.read()), 'kept');
      await again.append(bytesOf(' and on'));
      expectEqual(textOf(await again.read()), 'kept and on');
    },
  },
  {
    title: 'the bytes of an append are those at the time of the call',
    async run({ host }) {
      const journal = await host.journals.open('a.journal');
      const buffer = bytesOf('xx first');
      const appended = journal.append(buffer.subarray(3));
      buffer.fill(0);
      await appended;
      expectEqual(textOf(await journal.read()), 'first');
    },
  },
  {
    title: 'bytes of every value and a megabyte of them come back unchanged',
    async run({ host, restart }) {
      const bytes = Uint8Array.from({ length: 1_000_000 }, (_, index) => (index * 31 + (index >> 8)) & 0xff);
      await (await host.journals.open('a.journal')).append(bytes);
      const back = await (await (await restart()).journals.open('a.journal')).read();
      expectEqual(back.length, bytes.length);
      expectTrue(
        back.every((byte, index) => byte === bytes[index]),
        'the same bytes',
      );
    },
  },
  {
    title: '[J3] a torn tail is cut, durably, and appending goes on there',
    async run({ host, restart }) {
      const journal = await host.journals.open('a.journal');
      await journal.append(bytesOf('record,torn'));
      await journal.truncate(7);
      await journal.append(bytesOf('next'));
      expectEqual(textOf(await journal.read()), 'record,next');
      expectEqual(textOf(await (await (await restart()).journals.open('a.journal')).read()), 'record,next');
    },
  },
  {
    title: 'cutting to more than there is, or to a negative length, is refused and changes nothing',
    async run({ host }) {
      const journal = await host.journals.open('a.journal');
      await journal.append(bytesOf('four'));
      for (const length of [5, -1, 1.5, Number.NaN]) await expectFailure(journal.truncate(length), 'io');
      await journal.append(bytesOf('+'));
      expectEqual(textOf(await journal.read()), 'four+');
    },
  },
  {
    title: '[J2] one appender: a second open of the same journal is locked until the first is closed',
    async run({ host }) {
      const journal = await host.journals.open('a.journal');
      await expectFailure(host.journals.open('a.journal'), 'locked');
      const other = await host.journals.open('b.journal');
      await other.close();
      await journal.append(bytesOf('1'));
      await journal.close();
      const again = await host.journals.open('a.journal');
      expectEqual(textOf(await again.read()), '1');
    },
  },
  {
    title: '[J2] one appender: another window finds the journal locked',
    async run({ host, secondWindow }) {
      const journal = await host.journals.open('a.journal');
      const other = await secondWindow();
      await expectFailure(other.journals.open('a.journal'), 'locked');
      await expectFailure(other.journals.remove('a.journal'), 'locked');
      await journal.append(bytesOf('mine'));
      await journal.close();
      expectEqual(textOf(await (await other.journals.open('a.journal')).read()), 'mine');
    },
  },
  {
    title: 'closing waits for the appends before it, may be repeated, and ends all use',
    async run({ host }) {
      const journal = await host.journals.open('a.journal');
      const appended = journal.append(bytesOf('in time'));
      await Promise.all([journal.close(), journal.close()]);
      await appended;
      await expectFailure(journal.append(bytesOf('late')), 'io');
      await expectFailure(journal.read(), 'io');
      expectEqual(textOf(await (await host.journals.open('a.journal')).read()), 'in time');
    },
  },
  {
    title: 'the list names the journals, sorted, and neither files nor what was set aside',
    async run({ host, restart }) {
      expectEqual(await host.journals.list(), []);
      for (const name of ['b', 'a.1', 'c-2_x']) await (await host.journals.open(name)).close();
      await host.journals.setAside('torn', bytesOf('x'));
      await host.files.write('settings', bytesOf('x'));
      expectEqual(await host.journals.list(), ['a.1', 'b', 'c-2_x']);
      expectEqual(await (await restart()).journals.list(), ['a.1', 'b', 'c-2_x']);
    },
  },
  {
    title: '[J9] a removed journal is gone, and one of the same name begins empty',
    async run({ host, restart }) {
      const journal = await host.journals.open('a.journal');
      await journal.append(bytesOf('old'));
      await expectFailure(host.journals.remove('a.journal'), 'locked');
      await journal.close();
      await host.journals.remove('a.journal');
      await host.journals.remove('a.journal');
      const later = await restart();
      expectEqual(await later.journals.list(), []);
      expectEqual(await (await later.journals.open('a.journal')).read(), new Uint8Array());
    },
  },
  {
    title: '[J3] setting aside never overwrites: it finds a free name and says which',
    async run({ host, restart }) {
      const longest = 'x'.repeat(101);
      expectEqual(await host.journals.setAside('torn', bytesOf('1')), 'torn');
      const [second, third] = await Promise.all([
        host.journals.setAside('torn', bytesOf('2')),
        host.journals.setAside('torn', bytesOf('3')),
      ]);
      expectEqual([second, third], ['torn.2', 'torn.3']);
      await host.journals.setAside(longest, bytesOf('1'));
      expectEqual(await host.journals.setAside(longest, bytesOf('2')), `${'x'.repeat(99)}.2`);
      expectEqual(await (await restart()).journals.setAside('torn', bytesOf('4')), 'torn.4');
    },
  },
];
