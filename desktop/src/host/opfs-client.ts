import { HostFailure } from './host-failure.ts';
import {
  type OpfsCall,
  type OpfsRequest,
  type OpfsResults,
  opfsReply,
  opfsResult,
  transferOf,
} from './opfs-messages.ts';

/** The page's end of the line to the worker that owns its files. */
export interface OpfsClient {
  call<Call extends OpfsCall>(call: Call): Promise<OpfsResults[Call['kind']]>;
  /** Ends the worker, which lets all files go; every call under way or to come rejects with `unavailable`. */
  close(): void;
}

interface Waiting {
  resolve(result: unknown): void;
  reject(failure: unknown): void;
}

/**
 * Starts on a worker of the page. When the worker dies nobody can say what became of a call under way: it rejects, and
 * an append that rejects was never acknowledged.
 */
export function createOpfsClient(worker: Worker): OpfsClient {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let ended: HostFailure | undefined;

  function end(reason: string): void {
    ended ??= new HostFailure('unavailable', reason);
    worker.terminate();
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  }

  worker.addEventListener('error', (event) => {
    end(`the worker that owns the files has died: ${event.message || 'it could not be loaded'}`);
  });
  worker.addEventListener('messageerror', () =>
    end('an answer of the worker that owns the files was unreadable'),
  );
  worker.addEventListener('message', (event: MessageEvent<unknown>) => {
    const parsed = opfsReply.safeParse(event.data);
    if (!parsed.success)
      return end(`the worker that owns the files answered nonsense: ${parsed.error.message}`);
    const reply = parsed.data;
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.outcome === 'done') asked?.resolve(reply.result);
    else asked?.reject(new HostFailure(reply.code, reply.message));
  });

  return {
    async call<Call extends OpfsCall>(call: Call): Promise<OpfsResults[Call['kind']]> {
      if (ended !== undefined) throw ended;
      lastId += 1;
      const request: OpfsRequest = { id: lastId, call };
      const result = await new Promise<unknown>((resolve, reject) => {
        waiting.set(request.id, { resolve, reject });
        worker.postMessage(request, transferOf('bytes' in call ? call.bytes : undefined));
      });
      const kind: Call['kind'] = call.kind;
      return opfsResult[kind].parse(result);
    },
    close: () => end('the host was closed'),
  };
}
