import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { clamdAt } from './clamd.ts';

const program = ['/usr/sbin/clamd', '/usr/local/sbin/clamd', '/usr/bin/clamd'].find((path) =>
  existsSync(path),
);

/** For tests: whether the real daemon is installed here (Debian: clamav-daemon). */
export const hasClamd = program !== undefined;

/** What every scanner knows and nobody is harmed by (https://www.eicar.org); in two halves, so that none finds it here. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!$H+H*'].join('');

export interface TestClamd {
  readonly address: { readonly path: string };
  /** As when the service is stopped. */
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

/** The real ClamAV daemon on a socket of its own, with one signature of our own: the real ones come from the internet. */
export async function openClamd(): Promise<TestClamd> {
  const directory = await mkdtemp(join(tmpdir(), 'amtsstube-clamd-'));
  const path = join(directory, 'clamd.sock');
  const config = join(directory, 'clamd.conf');
  await writeFile(join(directory, 'eicar.ndb'), `Eicar-Test:0:*:${Buffer.from(eicar).toString('hex')}\n`);
  await writeFile(
    config,
    [`LocalSocket ${path}`, `DatabaseDirectory ${directory}`, 'Foreground yes', 'ExitOnOOM yes', ''].join(
      '\n',
    ),
  );
  let running: ChildProcess | undefined;
  const clamd: TestClamd = {
    address: { path },
    start: async () => {
      running = spawn(program ?? '', ['--config-file', config], { stdio: 'ignore' });
      while (!(await answers(path))) {
        if (running.exitCode !== null) throw new Error(`clamd ended with ${running.exitCode}`);
        await pause(20);
      }
    },
    stop: async () => {
      if (!running || running.exitCode !== null) return;
      const ended = new Promise((resolve) => running?.once('exit', resolve));
      running.kill('SIGKILL');
      await ended;
      await rm(path, { force: true });
    },
    close: async () => {
      await clamd.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
  await clamd.start();
  return clamd;
}

async function answers(path: string): Promise<boolean> {
  async function* little() {
    yield Buffer.from('x');
  }
  return clamdAt({ path })
    .scan(little())
    .then(
      () => true,
      () => false,
    );
}
