import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const main = join(import.meta.dirname, '..', '..', 'sync-server', 'src', 'main.ts');

/** The server's program, killed and started again at will. Its port is another one each time. */
export class ServerProcess {
  directory: string;
  port = 0;
  output = '';
  readonly #settings: Readonly<Record<string, string>>;
  #child: ChildProcess | undefined;

  constructor(directory: string, settings: Readonly<Record<string, string>> = {}) {
    this.directory = directory;
    this.#settings = settings;
  }

  get pid(): number {
    if (this.#child?.pid === undefined) throw new Error('the server is down');
    return this.#child.pid;
  }

  /** Whether it runs; one that ended by itself does not. */
  get isUp(): boolean {
    return this.#child !== undefined && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, [main], {
      env: {
        PATH: process.env['PATH'],
        AMTSSTUBE_PORT: '0',
        AMTSSTUBE_LOG_LEVEL: 'error',
        AMTSSTUBE_DATA: this.directory,
        ...this.#settings,
      },
    });
    this.#child = child;
    this.port = await new Promise((resolve, reject) => {
      let said = '';
      const hear = (part: unknown) => {
        said += String(part);
        this.output += String(part);
        const port = /Amtsstube server at http:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1];
        if (port !== undefined) resolve(Number(port));
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.on('exit', () => reject(new Error(`the server did not start: ${said}`)));
    });
  }

  async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    const child = this.#child;
    if (child === undefined) return;
    this.#child = undefined;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }
}
