import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import { type LocalDate, localDateOf } from '@amtsstube/shared/domain/time';
import type { ReplicatedCollection } from '@amtsstube/shared/replication/collections';
import type { CoreContext } from '../core-context.ts';
import { replaceFile, syncDirectory } from '../durable-files.ts';
import { printDayPlan } from '../letters/print-letter.ts';
import { type Logger, stackOf } from '../logging.ts';
import { type CounterPlan, CounterPlans } from './counter-plans.ts';

/** A change of these may change a plan. */
const planned: ReadonlySet<string> = new Set<ReplicatedCollection>([
  'appointments',
  'cases',
  'clerks',
  'counters',
  'leases',
  'settings',
]);

interface DayPlansOptions {
  readonly core: Pick<CoreContext, 'store' | 'now'>;
  readonly log: Pick<Logger, 'error'>;
  /** A folder per municipality is made in it. */
  readonly directory: string;
  /** From a change to the file, in milliseconds: a busy hour doesn't print the same sheet all the time. */
  readonly pauseMs: number;
}

interface Known {
  readonly plans: CounterPlans;
  /** What each file says, but for its time. */
  readonly written: Map<string, string>;
  day: LocalDate | undefined;
}

/**
 * Keeps each counter's day plan as a PDF on the server's disk (K14), to be printed from there when the program doesn't
 * run any more. Written anew when something in it has changed, and on each new day.
 */
export class DayPlans {
  readonly #options: DayPlansOptions;
  readonly #known = new Map<MunicipalityId, Known>();
  readonly #changed = new Set<MunicipalityId>();
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(options: DayPlansOptions) {
    this.#options = options;
  }

  /** A decision was taken: its plans are written a moment later. */
  note(municipality: MunicipalityId, collections: readonly string[]): void {
    if (this.#isStopped || !collections.some((each) => planned.has(each))) return;
    this.#changed.add(municipality);
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#runFor(this.#changed);
    }, this.#options.pauseMs);
  }

  /** All municipalities: at the start, and now and then for the new day. Resolves when it is done; a failure is logged. */
  async run(): Promise<void> {
    try {
      await this.#runFor(await this.#options.core.store.municipalities());
    } catch (error) {
      this.#options.log.error({ dayPlans: 'not looked for', stack: stackOf(error) });
    }
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  #runFor(municipalities: Iterable<MunicipalityId>): Promise<void> {
    const wanted = [...municipalities];
    for (const each of wanted) this.#changed.delete(each);
    this.#running = this.#running.then(async () => {
      for (const each of wanted) {
        if (this.#isStopped) return;
        // the disk may be full or the folder away: what is there stays, and the next change tries again
        await this.#write(each).catch((error: unknown) => {
          this.#known.delete(each);
          this.#options.log.error({ dayPlans: 'not written', municipality: each, stack: stackOf(error) });
        });
      }
    });
    return this.#running;
  }

  async #write(municipality: MunicipalityId): Promise<void> {
    const { core, directory } = this.#options;
    const known = this.#known.get(municipality) ?? {
      plans: new CounterPlans(),
      written: new Map(),
      day: undefined,
    };
    this.#known.set(municipality, known);
    const now = core.now();
    const all = await core.store.snapshot(municipality, (read) => known.plans.read(read, now));
    const folder = join(directory, municipality);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if (known.day !== localDateOf(now)) known.written.clear();
    known.day = localDateOf(now);
    for (const each of all) {
      if (this.#isStopped) return;
      const name = fileNameOf(each);
      const text = JSON.stringify({ ...each.plan, at: null });
      if (known.written.get(name) === text) continue;
      await replaceFile(join(folder, name), await printDayPlan(each.plan));
      known.written.set(name, text);
    }
    await removeOthers(folder, new Set(all.map(fileNameOf)));
    await syncDirectory(folder);
  }
}

/** By its name, for whoever looks for it in a folder; two counters of one name are told apart by the id. */
function fileNameOf({ counterId, plan }: CounterPlan): string {
  const name = plan.counter.replaceAll(/[^\p{L}\p{N} .-]/gu, '_').slice(0, 60);
  return `${name} (${counterId}).pdf`;
}

/** Yesterday's names are nobody's business any more. */
async function removeOthers(folder: string, wanted: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(folder))
    if (/\.pdf(?:\.new)?$/.test(name) && !wanted.has(name)) await rm(join(folder, name), { force: true });
}
