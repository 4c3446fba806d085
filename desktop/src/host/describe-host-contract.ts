import { describe, it } from 'vitest';
import { inContractContext, type OpenOnDisk } from './contract-context.ts';
import { hostContract } from './host-contract.ts';

/** The contract as vitest tests; `makeDisk` gives an empty disk to each of them. */
export function describeHostContract(name: string, makeDisk: () => Promise<OpenOnDisk>): void {
  describe(`host contract: ${name}`, () => {
    for (const { title, run } of hostContract) {
      it(title, async () => inContractContext(await makeDisk(), run));
    }
  });
}
