import type { ContractCase } from './contract-case.ts';
import { filesContract } from './files-contract.ts';
import { journalsContract } from './journals-contract.ts';
import { keyVaultContract } from './key-vault-contract.ts';
import { windowContract } from './window-contract.ts';

export type { ContractCase, ContractContext } from './contract-case.ts';

/** What every host obeys. `describeHostContract` runs it under vitest, `contract-page.ts` in a browser. */
export const hostContract: readonly ContractCase[] = [
  ...journalsContract,
  ...filesContract,
  ...windowContract,
  ...keyVaultContract,
];
