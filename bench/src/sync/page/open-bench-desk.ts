import type { OpenedDesk } from '@amtsstube/desktop/data/create-desk';
import { openDesk } from '@amtsstube/desktop/data/open-desk';
import { systemEnvironment } from '@amtsstube/desktop/data/system-environment';
import { createBrowserHost } from '@amtsstube/desktop/host/browser-host';
import { openVault } from '@amtsstube/desktop/vault/open-vault';
import { annaBerger, testTown } from '@amtsstube/shared/fixtures/test-town';

/** Anna Berger's desk, put together and sealed as the product does it; her password has just opened her vault. */
export async function openBenchDesk(token: string): Promise<OpenedDesk> {
  const host = await createBrowserHost({ directory: 'amtsstube' });
  const { randomBytes } = systemEnvironment;
  const { id, name, role, departmentIds } = annaBerger;
  const who = { municipalityId: testTown.municipalityId, clerk: { id, name, role, departmentIds } };
  const vault = await openVault(who, '', randomBytes(48), randomBytes(32), host.files, randomBytes);
  const desk = await openDesk({ host, vault, serverUrl: '', token: async () => token });
  // what createDesk makes and openDesk shows less of
  return desk as OpenedDesk;
}
