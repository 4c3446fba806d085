import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changesContract } from './contract/changes-contract.ts';
import { claimsContract } from './contract/claims-contract.ts';
import {
  aClaimWrite,
  aDocument,
  aLogRow,
  anEffect,
  at,
  clerk,
  decide,
  device,
  firstEpoch,
  type OpenedStore,
  scopeA,
  town,
} from './contract/contract-builders.ts';
import { logContract } from './contract/log-contract.ts';
import { transactionsContract } from './contract/transactions-contract.ts';
import { StoreUnavailable } from './store.ts';

/** What every store obeys. `open` gives an empty one for each test. */
export function describeStoreContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(name, () => {
    let opened: OpenedStore;
    beforeEach(async () => {
      opened = await open();
      await opened.store.createMunicipality(town, firstEpoch);
    });
    afterEach(() => opened.close());

    describe('transactions and snapshots', () => transactionsContract(() => opened.store));
    describe('documents and digests', () => changesContract(() => opened.store));
    describe('claims', () => claimsContract(() => opened.store));
    describe('log, devices and effects', () => logContract(() => opened.store));

    it('[S1] opened again it holds everything that was acknowledged', async ({ skip }) => {
      if (!opened.reopen) return skip('this store keeps nothing');
      await opened.store.transact(town, async (tx) => {
        await decide(tx, (seq) => [aDocument('case-1', seq)]);
        await tx.putDevice({ deviceId: device, clerkId: clerk, lastN: 1 });
        await tx.addEffect(anEffect('1.0'));
        await tx.writeClaims([aClaimWrite], 1, at(0));
      });
      const content = () =>
        opened.store.snapshot(town, async (read) => [
          await read.head(),
          await read.log(0, 10),
          await read.payload(aLogRow(1).opId),
          await read.changes('cases', [scopeA], 0, 10),
          await read.digest('cases', [scopeA]),
          await read.device(device),
          await read.dueEffects(at(0), 10),
          await read.allClaims(undefined, 10),
        ]);
      const before = await content();
      const store = await opened.reopen();
      opened = { ...opened, store };
      expect(await store.municipalities()).toEqual([town]);
      expect(await content()).toEqual(before);
    });

    it('[S3] closed it decides nothing and says so', async () => {
      await opened.store.close();
      await expect(opened.store.transact(town, decide)).rejects.toBeInstanceOf(StoreUnavailable);
      await expect(opened.store.snapshot(town, (read) => read.head())).rejects.toBeInstanceOf(
        StoreUnavailable,
      );
    });
  });
}
