import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../steps.ts';

/**
 * Development: the start program again under Node's own watch mode, which restarts it when a file it imports
 * changes, and beside it the desk's bundler, which builds anew. Ends when both have ended.
 */
export async function watch(port: string | undefined, data: string | undefined): Promise<void> {
  const start = ['--watch', '--watch-preserve-output', join(root, 'build/start.ts'), '--no-bundle'];
  const bundler = [
    join(root, 'node_modules/vite/bin/vite.js'),
    'build',
    '--watch',
    '--config',
    join(root, 'desktop/vite.config.ts'),
  ];
  const given = [
    ...(port === undefined ? [] : ['--port', port]),
    ...(data === undefined ? [] : ['--data', data]),
  ];
  const children = [[...start, ...given], bundler].map((args) =>
    spawn(process.execPath, args, { cwd: root, stdio: 'inherit' }),
  );
  // Ctrl+C reaches the children too; this one waits for them
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      for (const child of children) child.kill(signal);
    });
  }
  await Promise.all(children.map(ended));
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.once('exit', () => resolve()));
}
