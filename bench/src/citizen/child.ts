import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface Child {
  /** The next line it writes. */
  line(): Promise<string>;
  /** Ends its input, and waits until it is gone. */
  end(): Promise<void>;
  /** kill -9, and waits until it is gone. */
  kill(): Promise<void>;
}

/** Another Node process of this benchmark. */
export function startChild(
  script: string,
  given: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Child {
  const child = spawn(process.execPath, [script, ...given], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const gone = once(child, 'exit');
  return {
    line: async () => {
      const next = await lines.next();
      if (next.done) throw new Error(`${script} ended without an answer`);
      return next.value;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
    end: async () => {
      child.stdin.end();
      await gone;
    },
  };
}
