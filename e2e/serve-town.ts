import { createInterface } from 'node:readline';
import { instantOf } from '@amtsstube/shared/domain/time';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { parseConfig } from '@amtsstube/sync-server/config';
import { startServer } from '@amtsstube/sync-server/start-server';
import { setUpNeighbourTowns, setUpTestTown } from '@amtsstube/sync-server/start-server-test-town';

/**
 * The real server with the test town, as a process of its own that a journey can kill. Says its address, and codes. Each line
 * it is told is how many milliseconds its clock is ahead of the machine's; it says the same once that is so.
 */
const parsed = parseConfig(process.env);
if (!parsed.ok) throw new Error(parsed.sentence);
const { E2E_DESK_DIRECTORY: deskDirectory, E2E_CLOCK_AHEAD: ahead } = process.env;
let aheadMs = Number(ahead ?? 0);
const server = await startServer(parsed.config, {
  now: () => instantOf(Date.now() + aheadMs),
  ...(deskDirectory ? { deskDirectory } : {}),
});
await setUpTestTown(server);
await setUpNeighbourTowns(server.core);
const codes = Array.from(
  { length: 20 },
  () => server.workstations.newEnrolmentCode(testTown.municipalityId).code,
);
process.stdout.write(`${JSON.stringify({ url: server.url, codes })}\n`);
createInterface({ input: process.stdin }).on('line', (line) => {
  aheadMs = Number(line);
  process.stdout.write(`${line}\n`);
});
