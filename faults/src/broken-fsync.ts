import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

/** While it is attached, every fsync of a process fails with EIO, as on a disk that is dying. */
export class BrokenFsync {
  readonly #strace: ReturnType<typeof spawn>;

  private constructor(strace: ReturnType<typeof spawn>) {
    this.#strace = strace;
  }

  static async attach(pid: number): Promise<BrokenFsync> {
    const strace = spawn('strace', ['-f', '-e', 'inject=fsync,fdatasync:error=EIO', '-p', String(pid)], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    await new Promise<void>((resolve, reject) => {
      let said = '';
      strace.stderr?.on('data', (part) => {
        said += String(part);
        if (said.includes('attached')) resolve();
      });
      strace.on('exit', () => reject(new Error(`strace: ${said}`)));
    });
    return new BrokenFsync(strace);
  }

  async detach(): Promise<void> {
    const gone = once(this.#strace, 'exit');
    this.#strace.kill('SIGINT');
    await gone;
  }
}

/** Why fsync can't be broken here. */
export function noBrokenFsync(): string | undefined {
  const { status } = spawnSync(
    'strace',
    ['-qq', '-e', 'inject=fsync:error=EIO', process.execPath, '-e', ''],
    {
      stdio: 'ignore',
    },
  );
  return status === 0 ? undefined : 'no strace that may trace processes';
}
