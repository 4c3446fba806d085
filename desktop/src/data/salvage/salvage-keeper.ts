import { type Epoch, epoch } from '@amtsstube/shared/domain/ids';
import { z } from '@amtsstube/shared/domain/zod';
import { type SalvageRequest, salvageBatch, salvagedDocument } from '@amtsstube/shared/replication/salvage';
import type { SmallFiles } from '../../host/host.ts';
import type { Environment } from '../environment.ts';
import { Queue } from '../queue.ts';
import type { Answered } from '../sync/transport.ts';
import { Wake } from '../sync/wake.ts';

const fileName = 'salvage';
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

  /** Resolves once it is durable. The same once more, after a crash in between, is no other. */
  async keep(of: Epoch, documents: AsyncIterable<z.infer<typeof salvagedDocument>>): Promise<void> {
    await this.#changes.run(async () => {
      const all = new Map((await this.#read()).map((each) => [keyOf(each), each]));
      for await (const { collection, id, seq, document } of documents) {
        const each = { epoch: of, document: { collection, id, seq, document } };
        all.set(keyOf(each), each);
      }
      if (all.size > 0) await this.#write([...all.values()]);
    });
    this.#wake.now();
  }

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
    for (let waiting = await this.#read(); waiting.length > 0; ) {
      const of = waiting[0]?.epoch as Epoch;
      const batch = batchOf(waiting, of);
      const documents = batch.map(({ document }) => document);
      const sent = await this.#options.send({ epoch: of, documents }, this.#signal);
      if (!sent.ok) return 'later';
      waiting = await this.#changes.run(() => this.#takeOut(new Set(batch.map(keyOf))));
    }
    return 'done';
  }

  async #takeOut(sent: ReadonlySet<string>): Promise<Kept> {
    // read anew: a second restore may have added to it meanwhile
    const left = (await this.#read()).filter((each) => !sent.has(keyOf(each)));
    if (left.length === 0) await this.#options.files.remove(fileName);
    else await this.#write(left);
    return left;
  }

  async #read(): Promise<Kept> {
    const bytes = await this.#options.files.read(fileName);
    return bytes === undefined ? [] : kept.parse(JSON.parse(new TextDecoder().decode(bytes)));
  }

  #write(all: Kept): Promise<void> {
    return this.#options.files.write(fileName, new TextEncoder().encode(JSON.stringify(all)));
  }
}

/** The first of this epoch, as many as one request takes; at least one. */
function batchOf(waiting: Kept, of: Epoch): Kept {
  const batch: Kept = [];
  let bytes = 0;
  for (const each of waiting) {
    if (each.epoch !== of) continue;
    bytes += JSON.stringify(each.document).length * 3;
    if (batch.length === salvageBatch || (batch.length > 0 && bytes > mostBytes)) break;
    batch.push(each);
  }
  return batch;
}

function keyOf({ epoch: of, document }: Kept[number]): string {
  return `${of} ${document.collection} ${document.id}`;
}
