import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { EnteredCase } from '@amtsstube/desktop/data/desk';
import type { CaseId } from '@amtsstube/shared/domain/ids';
import type { z } from '@amtsstube/shared/domain/zod';
import {
  type DeskCommand,
  type DeskSetup,
  type DeskState,
  deskState,
  numberedAnswer,
  replicaRows,
  saidOfDo,
} from './desk-messages.ts';

/** Thrown where a desk's program failed by itself: a bug, not a fault of ours. */
export class DeskFailed extends Error {
  override readonly name = 'DeskFailed';
}

/** What a town needs of a desk, wherever it runs. */
export type FaultDesk = Pick<DeskProcess, keyof DeskProcess>;

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

/** One desk, of which this process holds the plug. */
export class DeskProcess {
  readonly setup: DeskSetup;
  /** What the last kill was not: an end by itself, which is a bug. */
  failure: string | undefined;
  /** Notes on the tally case: begun, and acknowledged to us. */
  readonly tally = { made: 0, saved: 0 };
  #child: ChildProcess | undefined;
  #isOpen = false;
  #number = 0;
  #output = '';
  readonly #waiting = new Map<number, Waiting>();
  readonly #openers = new Set<() => void>();

  constructor(setup: DeskSetup) {
    this.setup = setup;
  }

  get pid(): number {
    if (this.#child?.pid === undefined) throw new Error('the desk is off');
    return this.#child.pid;
  }

  async start(changes: Partial<DeskSetup> = {}): Promise<void> {
    Object.assign(this.setup, changes);
    const child = fork(join(import.meta.dirname, 'desk-program.ts'), {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#child = child;
    child.stdout?.on('data', (part) => (this.#output += part));
    child.stderr?.on('data', (part) => (this.#output += part));
    child.on('message', (message) => this.#answered(numberedAnswer.parse(message)));
    child.on('exit', (code) => this.#ended(child, code));
    await this.#ask({ command: 'open', setup: this.setup });
    this.#isOpen = true;
    for (const opener of this.#openers) opener();
    this.#openers.clear();
  }

  /** As when the plug is pulled. What it said before is still heard. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (child === undefined) return;
    this.#isOpen = false;
    this.#child = undefined;
    const gone = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
    child.kill('SIGKILL');
    await gone;
    for (const { resolve } of this.#waiting.values()) resolve(undefined);
    this.#waiting.clear();
  }

  /** Resolves when somebody can work at it. */
  whenOpen(): Promise<void> {
    return this.#isOpen ? Promise.resolve() : new Promise((resolve) => this.#openers.add(resolve));
  }

  /** undefined: it was killed before it said anything. */
  async do(kind: string, payload: unknown): Promise<'saved' | 'notSaved' | 'refusedHere' | undefined> {
    const said = await this.#ask({ command: 'do', kind, payload });
    return said === undefined ? undefined : saidOfDo.parse(said).result;
  }

  /** The same for a case with the next number this desk holds. */
  async enter(entered: EnteredCase): Promise<string | undefined> {
    const said = await this.#ask({ command: 'enter', payload: { ...entered, leased: null } });
    return said === undefined ? undefined : saidOfDo.parse(said).result;
  }

  /** The same for a file made of its name. */
  async attach(caseId: CaseId, name: string, size: number): Promise<string | undefined> {
    const said = await this.#ask({ command: 'attach', caseId, name, size });
    return said === undefined ? undefined : saidOfDo.parse(said).result;
  }

  async state(): Promise<DeskState> {
    return this.#asked({ command: 'state' }, deskState);
  }

  replicas(): Promise<z.infer<typeof replicaRows>> {
    return this.#asked({ command: 'replicas' }, replicaRows);
  }

  /** The same for who goes on without it; undefined where the desk was killed meanwhile. */
  async replicasIfThere(): Promise<z.infer<typeof replicaRows> | undefined> {
    const answer = await this.#ask({ command: 'replicas' });
    return answer === undefined ? undefined : replicaRows.parse(answer);
  }

  async signIn(token: string): Promise<void> {
    this.setup.token = token;
    await this.#ask({ command: 'token', token });
  }

  async setClock(offMs: number): Promise<void> {
    this.setup.clockOffMs = offMs;
    await this.#ask({ command: 'clock', offMs });
  }

  async #asked<T>(command: DeskCommand, schema: z.ZodType<T>): Promise<T> {
    const answer = await this.#ask(command);
    if (answer === undefined) throw new DeskFailed(`${this.setup.clerk.name}: no answer; ${this.#output}`);
    return schema.parse(answer);
  }

  #ask(command: DeskCommand): Promise<unknown> {
    const child = this.#child;
    if (child === undefined || this.failure !== undefined) return Promise.resolve(undefined);
    this.#number += 1;
    const number = this.#number;
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      // a pipe that breaks is heard by 'exit'
      child.send({ number, command }, () => undefined);
    });
  }

  #answered({ number, answer, thrown }: z.infer<typeof numberedAnswer>): void {
    const waiting = this.#waiting.get(number);
    this.#waiting.delete(number);
    if (thrown === undefined) waiting?.resolve(answer ?? null);
    else waiting?.reject(new DeskFailed(`${this.setup.clerk.name}: ${thrown}`));
  }

  #ended(child: ChildProcess, code: number | null): void {
    if (this.#child !== child) return;
    this.failure = `ended by itself with ${code}: ${this.#output}`;
    for (const { reject } of this.#waiting.values())
      reject(new DeskFailed(`${this.setup.clerk.name} ${this.failure}`));
    this.#waiting.clear();
  }
}
