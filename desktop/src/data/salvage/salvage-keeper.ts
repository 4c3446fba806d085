import { type Epoch, epoch } from '@amtsstube/shared/domain/ids';
import { z } from '@amtsstube/shared/domain/zod';
import { type SalvageRequest, salvageBatch, salvagedDocument } from '@amtsstube/shared/replication/salvage';
import { HostFailure, type SmallFiles } from '../../host/host.ts';
import type { Environment } from '../environment.ts';
import { Queue } from '../queue.ts';
import type { Answered, TransportFailure } from '../sync/transport.ts';
import { Wake } from '../sync/wake.ts';

/** One that can't be read is left as it is, for whoever can, and the next one begun. */
const fileNames = ['salvage', 'salvage-2', 'salvage-3', 'salvage-4'] as const;
const refusedNames = ['salvage-refused', 'salvage-refused-2', 'salvage-refused-3'] as const;
const shortestRetry = 5_000;
const longestRetry = 10 * 60_000;
const nothingToDo = 24 * 60 * 60_000;
/** A request of more would be refused: what a server reads at once is 2 MB. */
const mostBytes = 1_000_000;

const kept = z.array(z.strictObject({ epoch, document: salvagedDocument }));
type Kept = z.infer<typeof kept>;

export interface SalvageOptions {
  /** Sealed under the clerk's key. */
  readonly files: SmallFiles;
  send(request: SalvageRequest, signal: AbortSignal): Promise<Answered<undefined>>;
}

/** Sent again it would be refused again. */
const refusals: ReadonlySet<TransportFailure> = new Set(['tooLarge', 'refusedRequest']);

/**
 * What the copy of a former epoch held and the restored server lacks (L8): kept durable before that copy goes, and
 * brought to the server once there is a line. Of what is sent nothing is kept here any more.
 */
export class SalvageKeeper {
  readonly #options: SalvageOptions;
  readonly #signal: AbortSignal;
  readonly #report: (error: unknown) => void;
  readonly #wake: Wake;
  /** One change of the file at a time. */
  readonly #changes = new Queue();
  readonly #unreadable = new Set<string>();

  constructor(
    options: SalvageOptions,
    environment: Environment,
    signal: AbortSignal,
    report: (error: unknown) => void,
  ) {
    this.#options = options;
    this.#signal = signal;
    this.#report = report;
    this.#wake = new Wake(environment, signal);
  }

  /**
   * Resolves once it is durable, or can't be for want of room: that is reported, and keeps nobody from the new copy. The
   * same once more, after a crash in between, is no other.
   */
  async keep(of: Epoch, documents: AsyncIterable<z.infer<typeof salvagedDocument>>): Promise<void> {
    await this.#changes.run(async () => {
      const { name, all: before } = await this.#firstReadable(fileNames);
      const all = new Map(before.map((each) => [keyOf(each), each]));
      for await (const { collection, id, seq, document } of documents) {
        const each = { epoch: of, document: { collection, id, seq, document } };
        all.set(keyOf(each), each);
      }
      if (all.size > 0) await this.#write(name, [...all.values()]).catch(this.#unlessFull);
    });
    this.#wake.now();
  }

  // no file of a case makes room for it: the restored server may lack just those it is said to have (S7)
  readonly #unlessFull = (error: unknown): void => {
    if (!(error instanceof HostFailure) || error.code !== 'quotaExceeded') throw error;
    this.#report(new Error('what only the former copy held is lost: no room to keep it', { cause: error }));
  };

  /** Brings what is kept, until `signal` is aborted. */
  async run(): Promise<void> {
    for (let failures = 0; !this.#signal.aborted; ) {
      const result = await this.#sendAll().catch((error: unknown) => {
        if (!this.#signal.aborted) this.#report(error);
        return 'later' as const;
      });
      failures = result === 'done' ? 0 : failures + 1;
      await this.#wake.wait(
        result === 'done'
          ? nothingToDo
          : Math.min(longestRetry, shortestRetry * 2 ** Math.min(failures - 1, 10)),
      );
    }
  }

  async #sendAll(): Promise<'done' | 'later'> {
    for (const name of fileNames) if ((await this.#sendFile(name)) === 'later') return 'later';
    return 'done';
  }

  async #sendFile(name: string): Promise<'done' | 'later'> {
    let most = salvageBatch;
    for (let waiting = await this.#read(name); waiting !== undefined && waiting.length > 0; ) {
      const of = waiting[0]?.epoch as Epoch;
      const batch = batchOf(waiting, of, most);
      const documents = batch.map(({ document }) => document);
      const sent = await this.#options.send({ epoch: of, documents }, this.#signal);
      if (!sent.ok && !refusals.has(sent.failure)) return 'later';
      if (!sent.ok && batch.length > 1) {
        // one of them is too much: the others must not wait for it
        most = Math.ceil(batch.length / 2);
        continue;
      }
      if (!sent.ok) await this.#setAside(batch, sent.failure);
      else most = salvageBatch;
      waiting = await this.#changes.run(() => this.#takeOut(name, new Set(batch.map(keyOf))));
    }
    return 'done';
  }

  /** Before it is taken out: after a crash in between it is in both, and set aside once more. */
  async #setAside(refused: Kept, failure: TransportFailure): Promise<void> {
    await this.#changes.run(async () => {
      const { name, all: before } = await this.#firstReadable(refusedNames);
      const all = new Map([...before, ...refused].map((each) => [keyOf(each), each]));
      await this.#write(name, [...all.values()]);
    });
    const names = refused.map(({ document }) => `${document.collection} ${document.id}`).join(', ');
    this.#report(new Error(`the server takes no salvage of ${names}: ${failure}; it is kept here`));
  }

  async #takeOut(name: string, sent: ReadonlySet<string>): Promise<Kept | undefined> {
    // read anew: a second restore may have added to it meanwhile
    const left = (await this.#read(name))?.filter((each) => !sent.has(keyOf(each)));
    if (left?.length === 0) await this.#options.files.remove(name);
    else if (left) await this.#write(name, left);
    return left;
  }

  async #firstReadable(names: readonly string[]): Promise<{ readonly name: string; readonly all: Kept }> {
    for (const name of names) {
      const all = await this.#read(name);
      if (all) return { name, all };
    }
    throw new Error('none of the files of what was salvaged can be read');
  }

  /** undefined: it is damaged, or of another version of this program; reported once. */
  async #read(name: string): Promise<Kept | undefined> {
    try {
      const bytes = await this.#options.files.read(name);
      return bytes === undefined ? [] : kept.parse(JSON.parse(new TextDecoder().decode(bytes)));
    } catch (error) {
      if (!this.#unreadable.has(name))
        this.#report(new Error(`${name} can't be read and stays as it is`, { cause: error }));
      this.#unreadable.add(name);
      return undefined;
    }
  }

  #write(name: string, all: Kept): Promise<void> {
    return this.#options.files.write(name, new TextEncoder().encode(JSON.stringify(all)));
  }
}

/** The first of this epoch, as many as one request takes; at least one, at most so many. */
function batchOf(waiting: Kept, of: Epoch, most: number): Kept {
  const batch: Kept = [];
  let bytes = 0;
  for (const each of waiting) {
    if (each.epoch !== of) continue;
    bytes += JSON.stringify(each.document).length * 3;
    if (batch.length === most || (batch.length > 0 && bytes > mostBytes)) break;
    batch.push(each);
  }
  return batch;
}

function keyOf({ epoch: of, document }: Kept[number]): string {
  return `${of} ${document.collection} ${document.id}`;
}
