import { parseConfig } from './config.ts';
import type { RunningServer } from './start-server.ts';

/** The server as a program: reads the environment, starts, stops on a signal. Failures are one line each. */
async function main(): Promise<void> {
  const parsed = parseConfig(process.env);
  if (!parsed.ok) return fail(parsed.sentence);
  // a bad setting is said at once, without loading everything first
  const { CannotStart, startServer } = await import('./start-server.ts');
  try {
    const server = await startServer(parsed.config);
    process.stdout.write(`Amtsstube server at ${server.url}\n`);
    stopOnSignal(server);
  } catch (error) {
    if (error instanceof CannotStart) return fail(error.message);
    fail(
      `The server can't start: ${error instanceof Error ? error.message.split('\n')[0] : 'unknown reason'}`,
    );
  }
}

function stopOnSignal(server: RunningServer): void {
  let isStopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      // a second signal doesn't wait for requests under way
      if (isStopping) process.exit(1);
      isStopping = true;
      server.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

await main();
