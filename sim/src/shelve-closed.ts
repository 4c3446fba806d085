import { shelveOldCases } from '@amtsstube/sync-server/shelving/shelve-cases';
import type { World } from './world.ts';

/** The server lays aside what is closed at once, and not after a year, while people go on working on it. */
export async function shelveClosed({ server }: World): Promise<void> {
  const log = { error: (told: unknown) => server.fail(new Error(JSON.stringify(told))) };
  await shelveOldCases({ core: server.context, log }, 0);
}
