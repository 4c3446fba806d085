import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { parseConfig } from '@amtsstube/sync-server/config';
import { startServer } from '@amtsstube/sync-server/start-server';
import { setUpNeighbourTowns, setUpTestTown } from '@amtsstube/sync-server/start-server-test-town';

/** The real server with the test town, as a process of its own that a journey can kill. Says its address, and codes. */
const parsed = parseConfig(process.env);
if (!parsed.ok) throw new Error(parsed.sentence);
const { E2E_DESK_DIRECTORY: deskDirectory } = process.env;
const server = await startServer(parsed.config, deskDirectory ? { deskDirectory } : {});
await setUpTestTown(server);
await setUpNeighbourTowns(server.core);
const codes = Array.from(
  { length: 20 },
  () => server.workstations.newEnrolmentCode(testTown.municipalityId).code,
);
process.stdout.write(`${JSON.stringify({ url: server.url, codes })}\n`);
