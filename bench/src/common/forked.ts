import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

interface Told<Command> {
  readonly number: number;
  readonly command: Command;
}
interface Answered {
  readonly number: number;
  readonly answer?: unknown;
  readonly thrown?: string;
}

/** Another Node process of this benchmark that does as it is told. */
export class Forked<Command> {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, { resolve(answer: unknown): void; reject(error: Error): void }>();
  #number = 0;

  constructor(script: string) {
    this.#child = fork(script, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    this.#child.on('message', ({ number, answer, thrown }: Answered) => {
      const waiting = this.#waiting.get(number);
      this.#waiting.delete(number);
      if (thrown === undefined) waiting?.resolve(answer);
      else waiting?.reject(new Error(thrown));
    });
    this.#child.on('exit', (code) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(`${script} ended with ${code}`));
      this.#waiting.clear();
    });
  }

  ask<Answer>(command: Command): Promise<Answer> {
    this.#number += 1;
    const number = this.#number;
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve: (answer) => resolve(answer as Answer), reject });
      this.#child.send({ number, command } satisfies Told<Command>);
    });
  }

  /** kill -9, and waits until it is gone. */
  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await gone;
  }

  async end(): Promise<void> {
    const gone = once(this.#child, 'exit');
    this.#child.disconnect();
    await gone;
  }
}

/** The other side: does as it is told until nobody tells it any more. */
export function obey<Command>(
  perform: (command: Command) => Promise<unknown>,
  end: () => Promise<void>,
): void {
  process.on('message', ({ number, command }: Told<Command>) => {
    perform(command).then(
      (answer) => process.send?.({ number, answer } satisfies Answered),
      (error: unknown) =>
        process.send?.({
          number,
          thrown: error instanceof Error ? (error.stack ?? error.message) : String(error),
        } satisfies Answered),
    );
  });
  process.on('disconnect', () => void end().then(() => process.exit()));
}
