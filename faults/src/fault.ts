import type { FaultTown, Surroundings } from './town.ts';

/** What one kind of fault may do to a town that keeps all its promises. */
export interface Excuses {
  /** Copies are built anew: the server is another one than before. Otherwise nothing needs repair (g). */
  readonly rebuilds?: boolean;
  /** The journal goes on under a new identity (J1). */
  readonly identities?: boolean;
  /** What a desk no longer has, because its journal was damaged, must be at the server. */
  readonly damagedJournal?: boolean;
}

export interface Fault {
  readonly name: string;
  /** In `npm test` too. */
  readonly isShort: boolean;
  readonly surroundings?: Surroundings;
  readonly excuses?: Excuses;
  /** Why it can't be made on this machine; undefined: it can. */
  cannot?(): string | undefined;
  /** Clerks work and the fault happens. At the end everything is whole again, and only has to come to rest. */
  run(town: FaultTown): Promise<void>;
}

/** What each desk does in one round. */
export const operationsPerDesk = 20;
