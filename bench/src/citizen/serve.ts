import { parseConfig } from '@amtsstube/sync-server/config';
import { startServer } from '@amtsstube/sync-server/start-server';
import { setUpNeighbourTowns, setUpTestTown } from '@amtsstube/sync-server/start-server-test-town';

/** The real server with three towns, as a process of its own. Says its address; ends with its standard input. */
const parsed = parseConfig(process.env);
if (!parsed.ok) throw new Error(parsed.sentence);
const server = await startServer(parsed.config);
await setUpTestTown(server);
await setUpNeighbourTowns(server.core);
process.stdout.write(`${server.url}\n`);
process.stdin.resume().on('end', () => void server.close().then(() => process.exit()));
