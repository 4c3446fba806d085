import { spawn } from 'node:child_process';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');

/** A program of the project, run by the Node that runs this (npm's .cmd wrappers can't be spawned on Windows). */
export const tools = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  tsc: 'node_modules/typescript/bin/tsc',
  vitest: 'node_modules/vitest/vitest.mjs',
} as const;

export interface Step {
  readonly name: string;
  /** A script and its arguments, for Node. */
  readonly script: readonly string[];
  /** Variables beside those of this process. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface StepResult {
  readonly name: string;
  readonly succeeded: boolean;
  readonly seconds: number;
  readonly output: string;
}

/** What hangs is killed: a check that never ends is reported by nobody. */
const limitMinutes = 60;

/** Runs a step and keeps its output for the case that it fails; never throws. */
export function runStep({ name, script, env = {} }: Step): Promise<StepResult> {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, script, {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: limitMinutes * 60_000,
    });
    const chunks: Buffer[] = [];
    const end = (succeeded: boolean, remark = '') => {
      const seconds = (performance.now() - startedAt) / 1000;
      resolve({ name, succeeded, seconds, output: Buffer.concat(chunks).toString('utf8') + remark });
    };
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (failure) => end(false, `${failure.message}\n`));
    child.on('close', (code, signal) =>
      end(code === 0, signal === null ? '' : `Killed by ${signal} (limit: ${limitMinutes} minutes).\n`),
    );
  });
}

/** One line per step; the whole output of a failed one. */
export function report({ name, succeeded, seconds, output }: StepResult): void {
  console.log(`${succeeded ? 'ok    ' : 'FAILED'} ${name.padEnd(8)} ${seconds.toFixed(1).padStart(6)} s`);
  if (!succeeded) console.log(output);
}

/** Runs a step and reports it as soon as it ends. */
export async function runAndReport(step: Step): Promise<StepResult> {
  const result = await runStep(step);
  report(result);
  return result;
}
