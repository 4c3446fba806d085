import type { Host, HostFailureCode } from './host.ts';
import { HostFailure } from './host-failure.ts';

/** What a case gets: a host on an empty disk, and the ways to lose and share it. */
export interface ContractContext {
  readonly host: Host;
  /** The app ends and starts again on the same disk; `host` is dead after it. */
  restart(): Promise<Host>;
  /** A further window on the same disk, while `host` lives. */
  secondWindow(): Promise<Host>;
}

/** A case as data, so that vitest runs it in Node and a page runs it in a browser. */
export interface ContractCase {
  readonly title: string;
  run(t: ContractContext): Promise<void>;
}

/** Compares by JSON, bytes as numbers: enough for what a host returns, and without a test library in the page. */
export function expectEqual(actual: unknown, expected: unknown): void {
  const [is, should] = [asText(actual), asText(expected)];
  if (is !== should) throw new Error(`expected ${should.slice(0, 200)}, got ${is.slice(0, 200)}`);
}

export function expectTrue(condition: boolean, what: string): void {
  if (!condition) throw new Error(`expected ${what}`);
}

export async function expectFailure(promise: Promise<unknown>, code: HostFailureCode): Promise<void> {
  const outcome = await promise.then(
    () => 'no failure',
    (error: unknown) =>
      error instanceof HostFailure ? error.code : `${String(error)}, which is no HostFailure`,
  );
  expectEqual(outcome, code);
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const textOf = (bytes: Uint8Array | undefined): string | undefined =>
  bytes === undefined ? undefined : new TextDecoder().decode(bytes);

function asText(value: unknown): string {
  return value === undefined ? 'undefined' : JSON.stringify(value instanceof Uint8Array ? [...value] : value);
}
