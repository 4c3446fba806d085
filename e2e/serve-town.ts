import { parseConfig } from '@amtsstube/sync-server/config';
import { startServer } from '@amtsstube/sync-server/start-server';
import { setUpTestTown } from '@amtsstube/sync-server/start-server-test-town';

/** The real server with the test town, as a process of its own that a journey can kill. Says its address. */
const parsed = parseConfig(process.env);
if (!parsed.ok) throw new Error(parsed.sentence);
const server = await startServer(parsed.config);
await setUpTestTown(server);
process.stdout.write(`${server.url}\n`);
