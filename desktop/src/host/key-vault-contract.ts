import { bytesOf, type ContractCase, expectEqual, expectTrue, textOf } from './contract-case.ts';

/** For hosts with a safe; one without offers none, and says so by `undefined`. */
export const keyVaultContract: readonly ContractCase[] = [
  {
    title: 'what the system wrapped is not readable, and is unwrapped after a restart too',
    async run({ host, restart }) {
      if (host.keyVault === undefined) return;
      const wrapped = await host.keyVault.wrap(bytesOf('geheim'));
      expectTrue(!(textOf(wrapped) ?? '').includes('geheim'), 'no readable key');
      const after = await restart();
      expectEqual(textOf((await after.keyVault?.unwrap(wrapped))?.bytes), 'geheim');
    },
  },
  {
    title: 'what was changed, or wrapped by nobody, is not unwrapped',
    async run({ host }) {
      if (host.keyVault === undefined) return;
      const wrapped = await host.keyVault.wrap(bytesOf('geheim'));
      wrapped.set([(wrapped.at(-1) ?? 0) ^ 1], wrapped.length - 1);
      expectEqual(await host.keyVault.unwrap(wrapped), undefined);
      expectEqual(await host.keyVault.unwrap(bytesOf('nothing')), undefined);
    },
  },
];
