import type { SqliteConnection } from './sqlite-connection.ts';
import { storageFailure } from './storage-failure.ts';
import { StoreUnavailable } from './store.ts';

/** Transactions of one connection, strictly one after another, many to a commit. */
export interface GroupCommit {
  run<T>(f: () => Promise<T>): Promise<T>;
  /** Finishes what waits, then takes nothing more. */
  close(): Promise<void>;
}

interface Waiting {
  /** Runs inside the open transaction; gives what is to be told once the commit is durable. */
  attempt(): Promise<() => void>;
  fail(error: StoreUnavailable): void;
}

/** How long a group may keep others waiting for its commit, in milliseconds (S1). */
const longestGroup = 20;

/**
 * Collects transactions until the event-loop turn ends, runs them in savepoints of one transaction, commits with
 * one fsync, and only then answers all of them; then yields (S1). What one throws undoes that one alone. When
 * the disk fails nothing of the group stays and all of it rejects, also what was only read: it may have been
 * read from a neighbour that is gone now.
 */
export function createGroupCommit(
  connection: SqliteConnection,
  now: () => number = () => performance.now(),
): GroupCommit {
  const waiting: Waiting[] = [];
  let running: Promise<void> | undefined;
  let isClosed = false;

  function wake(): void {
    running ??= new Promise<void>((ended) => setImmediate(ended)).then(runGroup).then(() => {
      running = undefined;
      if (waiting.length > 0) wake();
    });
  }

  async function runGroup(): Promise<void> {
    const group: Waiting[] = [];
    const answers: (() => void)[] = [];
    try {
      begin();
      const started = now();
      for (
        let next = waiting.shift();
        next;
        next = now() - started < longestGroup ? waiting.shift() : undefined
      ) {
        group.push(next);
        answers.push(await next.attempt());
      }
      connection.command('COMMIT');
    } catch (error) {
      undo();
      const failure = storageFailure(error) ?? new StoreUnavailable('commit failed', { cause: error });
      // nothing could be begun: what waits would only meet the same failure, each after a timeout of its own
      for (const each of group.length > 0 ? group : waiting.splice(0)) each.fail(failure);
      return;
    }
    for (const answer of answers) answer();
  }

  function begin(): void {
    connection.forgetFailure();
    // left open where even the rollback failed
    if (connection.isInTransaction) connection.command('ROLLBACK');
    connection.command('BEGIN IMMEDIATE');
  }

  function undo(): void {
    try {
      if (connection.isInTransaction) connection.command('ROLLBACK');
    } catch {
      // the failure that brought us here is the one to tell; `begin` tries again
    }
  }

  /** The disk's failure even if `f` caught it: SQLite may already have rolled back the whole group. */
  function checkDisk(): void {
    if (connection.failure) throw connection.failure;
  }

  async function attempt<T>(
    f: () => Promise<T>,
    resolve: (value: T) => void,
    reject: (error: unknown) => void,
  ): Promise<() => void> {
    connection.command('SAVEPOINT one');
    let hasTurned = false;
    const turn = setImmediate(() => {
      hasTurned = true;
    });
    try {
      const value = await f();
      checkDisk();
      if (hasTurned) throw new Error('a transaction may await nothing but its Tx');
      connection.command('RELEASE one');
      return () => resolve(value);
    } catch (error) {
      checkDisk();
      connection.command('ROLLBACK TO one');
      connection.command('RELEASE one');
      return () => reject(error);
    } finally {
      clearImmediate(turn);
    }
  }

  return {
    run: (f) =>
      new Promise((resolve, reject) => {
        if (isClosed) return reject(new StoreUnavailable('store closed'));
        waiting.push({ attempt: () => attempt(f, resolve, reject), fail: reject });
        wake();
      }),
    close: async () => {
      isClosed = true;
      // a group that ends with others waiting starts the next one
      while (running !== undefined) await running;
    },
  };
}
