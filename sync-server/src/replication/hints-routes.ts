import { replicatedCollections } from '@amtsstube/shared/replication/collections';
import type { Hint } from '@amtsstube/shared/replication/messages';
import { type Response, Router } from 'express';
import { type SessionSources, sessionIn } from '../sign-in/session.ts';
import type { HintsHub } from './hints-hub.ts';

export interface HintStreams {
  readonly router: Router;
  /** Ends every stream, so that the server can stop. */
  endAll(): void;
}

/** A client further behind than this reads nothing: it is cut off and comes back with a pull. */
const maximumBufferedBytes = 64 * 1024;

/**
 * `GET /hints`: server-sent events. The first one comes at once and names everything (whatever happened while
 * the desk was away); then one per commit, and a comment every `heartbeatMs`, at which the session is looked
 * at again: who is signed out hears nothing more.
 */
export function hintStreams(sources: SessionSources, hub: HintsHub, heartbeatMs: number): HintStreams {
  const open = new Set<Response>();
  const router = Router({ mergeParams: true });

  router.get('/hints', async (request, response) => {
    const { municipality } = await sessionIn(sources, request);
    const waiting: Hint[] = [];
    // listening begins before the present seq is read, so that no commit falls between the two
    let send = (hint: Hint): void => void waiting.push(hint);
    const stopListening = hub.listen(municipality, (hint) => send(hint));
    const heartbeat = setInterval(() => {
      sessionIn(sources, request).then(
        () => response.write(': \n\n'),
        () => response.end(),
      );
    }, heartbeatMs);
    response.on('close', () => {
      stopListening();
      clearInterval(heartbeat);
      open.delete(response);
    });
    open.add(response);

    const { seq } = await sources.store.snapshot(municipality, (read) => read.head());
    response.status(200).set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      // nginx otherwise keeps events back
      'X-Accel-Buffering': 'no',
    });
    send = (hint) => {
      response.write(eventOf(hint));
      if (response.writableLength > maximumBufferedBytes) response.destroy();
    };
    send({ seq, collections: [...replicatedCollections] });
    for (const hint of waiting) send(hint);
  });

  return {
    router,
    endAll: () => {
      for (const response of open) response.end();
    },
  };
}

function eventOf(hint: Hint): string {
  return `event: hint\ndata: ${JSON.stringify(hint)}\n\n`;
}
