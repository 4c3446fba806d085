import { createBrowserHost } from './browser-host.ts';
import { inContractContext } from './contract-context.ts';
import { hostContract } from './host-contract.ts';

/**
 * The page of `browser-host.e2e.ts`: it runs the contract where OPFS really is, and lets the test drive a host over
 * a reload and a killed browser. No part of the product.
 */
export interface ContractPage {
  readonly createBrowserHost: typeof createBrowserHost;
  /** `passed`, or what failed. */
  runCase(title: string, directory: string): Promise<string>;
}

declare global {
  interface Window {
    contractPage: ContractPage;
  }
}

window.contractPage = {
  createBrowserHost,
  async runCase(title, directory) {
    const found = hostContract.find((one) => one.title === title);
    if (found === undefined) return `no case is called ${title}`;
    try {
      await inContractContext(() => createBrowserHost({ directory }), found.run);
      return 'passed';
    } catch (error) {
      return error instanceof Error ? `${error.message}\n${error.stack}` : String(error);
    }
  },
};
