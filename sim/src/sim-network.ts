import type { Answered, Transport, TransportFailure } from '@amtsstube/desktop/data/sync/transport';
import type { Clerk } from '@amtsstube/shared/domain/clerk';
import type { ClerkId } from '@amtsstube/shared/domain/ids';
import { visibleScopes } from '@amtsstube/shared/domain/scope';
import { readChanges } from '@amtsstube/sync-server/replication/changes';
import { readDigest } from '@amtsstube/sync-server/replication/digest';
import { handOver } from '@amtsstube/sync-server/replication/operations';
import type { Process } from './process.ts';
import type { Random } from './random.ts';
import type { Scheduler } from './scheduler.ts';
import type { SimServer } from './sim-server.ts';

/** How bad the line is. Probabilities per message. */
export interface Weather {
  drop: number;
  duplicate: number;
  longestDelay: number;
}

export type CallName = 'handOver' | 'changes' | 'digest';

/** A script's hand on the line: it may hold a request back, serve it later, or lose the answer. */
export type Gate = (name: CallName, serve: () => Promise<unknown>) => Promise<Answered<unknown>> | undefined;

/** One desk's line to the server: requests and answers are lost, late and repeated, separately. */
export class SimLine {
  gate: Gate | undefined;
  /**
   * Scopes of the copy that was asked for when the server, whose rights for the clerk really were others then (S9), said
   * so, and the answer arrived.
   */
  toldOtherRightsThan: string | undefined;
  #cutUntil = 0;
  readonly #scheduler: Scheduler;
  readonly #random: Random;
  readonly #server: SimServer;
  readonly #weather: Weather;

  constructor(scheduler: Scheduler, random: Random, server: SimServer, weather: Weather) {
    this.#scheduler = scheduler;
    this.#random = random;
    this.#server = server;
    this.#weather = weather;
  }

  /** No message passes for this long; a shorter cut doesn't end a longer one. */
  cut(milliseconds: number): void {
    this.#cutUntil = Math.max(this.#cutUntil, this.#scheduler.now + milliseconds);
  }

  get isCut(): boolean {
    return this.#scheduler.now < this.#cutUntil;
  }

  transport(process: Process, clerkId: ClerkId): Transport {
    const { municipality } = this.#server;
    // looked up at each call, as the server does: rights change
    const served = async <A>(serve: (clerk: Clerk) => Promise<A>) => serve(await this.#server.clerk(clerkId));
    return {
      handOver: (request) =>
        this.#call('handOver', process, request, (sent) =>
          served((clerk) => handOver(this.#server.context, municipality, clerk, sent)),
        ),
      changes: async (collection, request) => {
        let areOthers = false;
        const answered = await this.#call('changes', process, request, (sent) =>
          served(async (clerk) => {
            const answer = await readChanges(this.#server.context, municipality, clerk, collection, sent);
            areOthers ||= sent.checkpoint?.scopes.join(' ') !== visibleScopes(clerk).join(' ');
            return answer;
          }),
        );
        if (areOthers && answered.ok && answered.answer.result === 'otherScopes')
          this.toldOtherRightsThan = request.checkpoint?.scopes.join(' ');
        return answered;
      },
      digest: (collection, request) =>
        this.#call('digest', process, request, (sent) =>
          served((clerk) => readDigest(this.#server.context, municipality, clerk, collection, sent)),
        ),
      hints: (listen, signal) => this.#hints(process, listen, signal),
    };
  }

  async #call<Q, A>(
    name: CallName,
    process: Process,
    request: Q,
    serve: (request: Q) => Promise<A>,
  ): Promise<Answered<A>> {
    // as on the wire: text, so that nobody shares an object with the server
    const sent = JSON.stringify(request);
    const serveSent = async () => JSON.parse(JSON.stringify(await serve(JSON.parse(sent) as Q))) as A;
    const gated = this.gate?.(name, serveSent) as Promise<Answered<A>> | undefined;
    const answered = await (gated ?? this.#carry(serveSent));
    // an answer to a process that is gone reaches nobody
    return process.isAlive ? answered : new Promise(() => undefined);
  }

  #carry<A>(serve: () => Promise<A>): Promise<Answered<A>> {
    return new Promise((resolve) => {
      const giveUp = (failure: TransportFailure) => resolve({ ok: false, failure });
      const fail = () => this.#scheduler.after(this.#delay() + 50, () => giveUp('network'));
      if (this.#isLost()) {
        fail();
        return;
      }
      const arrive = (isFirst: boolean) => {
        const serving = this.#server.process;
        const served = serve().catch((error: unknown) => this.#server.fail(error));
        void served.then((answer) => {
          if (!isFirst) return;
          if (!serving.isAlive || this.#isLost()) fail();
          else this.#scheduler.after(this.#delay(), () => resolve({ ok: true, answer }));
        });
        // a server that dies while serving answers nothing; the desk notices by itself
        if (isFirst) this.#scheduler.after(20_000, () => giveUp('timeout'));
      };
      this.#scheduler.after(this.#delay(), () => arrive(true));
      if (this.#random.chance(this.#weather.duplicate))
        this.#scheduler.after(this.#delay() * 3, () => arrive(false));
    });
  }

  #hints(process: Process, listen: (hint: never) => void, signal: AbortSignal): Promise<TransportFailure> {
    if (this.isCut) return process.pause(100).then(() => 'network');
    return new Promise((resolve) => {
      const deliver = (hint: unknown) => {
        if (this.#isLost()) return;
        this.#scheduler.after(this.#delay(), () => {
          if (process.isAlive && !signal.aborted) listen(hint as never);
        });
      };
      this.#server.listeners.add(deliver);
      const end = (failure: TransportFailure) => {
        this.#server.listeners.delete(deliver);
        if (process.isAlive) resolve(failure);
      };
      signal.addEventListener('abort', () => end('aborted'));
      this.#scheduler.after(this.#random.between(30_000, 300_000), () => end('network'));
    });
  }

  #isLost(): boolean {
    return this.isCut || this.#random.chance(this.#weather.drop);
  }

  #delay(): number {
    return this.#random.between(1, this.#weather.longestDelay);
  }
}
