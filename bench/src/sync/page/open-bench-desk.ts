import type { OpenedDesk } from '@amtsstube/desktop/data/create-desk';
import { openDesk } from '@amtsstube/desktop/data/open-desk';
import { createBrowserHost } from '@amtsstube/desktop/host/browser-host';
import { annaBerger, testTown } from '@amtsstube/shared/fixtures/test-town';

/** Anna Berger's desk, put together as the product does it. */
export async function openBenchDesk(token: string): Promise<OpenedDesk> {
  const host = await createBrowserHost({ directory: 'amtsstube' });
  const desk = await openDesk({
    host,
    municipalityId: testTown.municipalityId,
    clerk: annaBerger,
    serverUrl: '',
    token: async () => token,
  });
  // what createDesk makes and openDesk shows less of
  return desk as OpenedDesk;
}
