import { setImmediate } from 'node:timers/promises';
import type { Answered, Transport, TransportFailure } from '@amtsstube/desktop/data/sync/transport';
import type { Clerk } from '@amtsstube/shared/domain/clerk';
import type { Hint } from '@amtsstube/shared/replication/messages';
import { readChanges } from '@amtsstube/sync-server/replication/changes';
import { readDigest } from '@amtsstube/sync-server/replication/digest';
import { handOver } from '@amtsstube/sync-server/replication/operations';
import { BehaviorSubject, filter, firstValueFrom, Subject } from 'rxjs';
import type { Random } from '../random.ts';
import type { RealServer } from './real-server.ts';

type Request = 'handOver' | 'changes' | 'digest';

/** One desk's line to the server. A cut one loses what is under way: the request, or the answer behind the commit. */
export class RealLine {
  /** Probability that an answer is lost, although the server has decided. */
  lostAnswers = 0;
  readonly isCut$ = new BehaviorSubject(false);
  readonly failed$ = new Subject<Request>();
  readonly #random: Random;
  readonly #server: RealServer;

  constructor(random: Random, server: RealServer) {
    this.#random = random;
    this.#server = server;
  }

  /** @param isAlive whether the process that asks still runs */
  transport({ id }: Clerk, isAlive: () => boolean): Transport {
    const server = this.#server;
    const { municipality } = server;
    const ask = <Q, A>(name: Request, request: Q, signal: AbortSignal, serve: (sent: Q) => Promise<A>) =>
      this.#ask(name, request, () => signal.aborted || !isAlive(), serve);
    return {
      handOver: (request, signal) =>
        ask('handOver', request, signal, (sent) =>
          handOver(server.context, municipality, server.clerk(id), sent),
        ),
      changes: (collection, request, signal) =>
        ask('changes', request, signal, (sent) =>
          readChanges(server.context, municipality, server.clerk(id), collection, sent),
        ),
      digest: (collection, request, signal) =>
        ask('digest', request, signal, (sent) =>
          readDigest(server.context, municipality, server.clerk(id), collection, sent),
        ),
      hints: (listen, signal) => this.#hints(listen, signal),
    };
  }

  async #ask<Q, A>(
    name: Request,
    request: Q,
    isOver: () => boolean,
    serve: (sent: Q) => Promise<A>,
  ): Promise<Answered<A>> {
    const { life } = this.#server;
    // as on the wire: text, so that nobody shares an object with the server
    const sent = JSON.stringify(request);
    const failWith = (failure: TransportFailure): Answered<A> => {
      this.failed$.next(name);
      return { ok: false, failure };
    };
    await setImmediate();
    if (isOver()) return failWith('aborted');
    const isDown = () => this.isCut$.value || !this.#server.isUp || life !== this.#server.life;
    if (isDown()) return failWith('network');
    try {
      const answer = JSON.stringify(await serve(JSON.parse(sent) as Q));
      await setImmediate();
      if (isOver()) return failWith('aborted');
      return isDown() || this.#random.chance(this.lostAnswers)
        ? failWith('network')
        : { ok: true, answer: JSON.parse(answer) as A };
    } catch (error) {
      // a life that is over may find its store closed
      if (life === this.#server.life) throw error;
      return failWith('network');
    }
  }

  async #hints(listen: (hint: Hint) => void, signal: AbortSignal): Promise<TransportFailure> {
    if (this.isCut$.value) return 'network';
    const stop = this.#server.hub.listen(this.#server.municipality, listen);
    const aborted = new Promise<TransportFailure>((resolve) => {
      if (signal.aborted) resolve('aborted');
      signal.addEventListener('abort', () => resolve('aborted'));
    });
    const cut = firstValueFrom(this.isCut$.pipe(filter((isCut) => isCut))).then(() => 'network' as const);
    const ended = await Promise.race([aborted, cut]);
    stop();
    return ended;
  }
}
