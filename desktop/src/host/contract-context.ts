import type { ContractContext } from './contract-case.ts';
import type { OpenHost } from './open-host.ts';

/** Opens hosts on one disk that was empty before the first. */
export type OpenOnDisk = () => Promise<OpenHost>;

/** Runs a case's body on a fresh disk and gives back every host it opened. */
export async function inContractContext(
  open: OpenOnDisk,
  run: (t: ContractContext) => Promise<void>,
): Promise<void> {
  const hosts: OpenHost[] = [];
  const openOne = async () => {
    const host = await open();
    hosts.push(host);
    return host;
  };
  const first = await openOne();
  try {
    await run({
      host: first,
      secondWindow: openOne,
      restart: async () => {
        await first.close();
        return openOne();
      },
    });
  } finally {
    for (const host of hosts) await host.close();
  }
}
