import type { DepartmentId, MunicipalityId } from '@amtsstube/shared/domain/ids';
import { type Response, Router } from 'express';
import { addressLimit } from '../citizen/address-limit.ts';
import type { CitizenContext } from '../citizen/citizen-context.ts';
import { HttpProblem } from '../http-errors.ts';
import type { HintsHub } from '../replication/hints-hub.ts';
import { type Call, lastCalls } from './calls.ts';
import { displayPage } from './display-page.ts';
import { openHallLink } from './hall-links.ts';
import { countersOf, HallReader, servicesOf } from './hall-reader.ts';

export interface DisplayRoutes {
  readonly router: Router;
  /** Ends every stream, so that the server can stop. */
  endAll(): void;
}

/** How often a screen hears that all is well. Silent for longer than twice that, it says that it is out of date. */
const beatMs = 5000;
/** A screen that reads nothing any more is cut off, and comes back. */
const maximumBufferedBytes = 64 * 1024;

/** The screen in the hall: a page that is complete without a script, and a stream of calls for one that has it. */
export function displayRoutes(
  { core, seal, limits }: Pick<CitizenContext, 'core' | 'seal' | 'limits'>,
  hub: HintsHub,
): DisplayRoutes {
  const open = new Set<Response>();
  const router = Router();
  const lookUps = addressLimit(limits.pages);

  const callsOf = (
    municipality: MunicipalityId,
    department: DepartmentId,
    reader: HallReader,
  ): Promise<readonly Call[]> =>
    core.store.snapshot(municipality, async (read) => {
      const { tickets } = await reader.read(read, core.now());
      return lastCalls(tickets, await countersOf(read, department), core.now());
    });

  router.get('/m/:municipality/display/:link', lookUps, async (request, response) => {
    const { municipality, department } = linked(request.params);
    const { name } = await core.store.snapshot(municipality, (read) => servicesOf(read, department));
    if (name === undefined) throw new HttpProblem('notFound');
    const calls = await callsOf(municipality, department, new HallReader(department, core.now()));
    response
      .set('Cache-Control', 'no-store')
      .type('html')
      .send(displayPage(name, request.path, calls, core.now()).text);
  });

  router.get('/m/:municipality/display/:link/calls', lookUps, async (request, response) => {
    const { municipality, department } = linked(request.params);
    const reader = new HallReader(department, core.now());
    let told = '';
    let telling: Promise<void> = Promise.resolve();
    const tell = () => {
      // one after another: an older answer must not come after a newer one
      telling = telling
        .then(async () => {
          const text = JSON.stringify(await callsOf(municipality, department, reader));
          if (response.writableEnded) return;
          response.write(text === told ? 'event: beat\ndata: {}\n\n' : `event: calls\ndata: ${text}\n\n`);
          told = text;
          if (response.writableLength > maximumBufferedBytes) response.destroy();
        })
        .catch(() => void response.destroy());
    };
    response.status(200).set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      // nginx otherwise keeps events back
      'X-Accel-Buffering': 'no',
    });
    const stopListening = hub.listen(municipality, ({ collections }) => {
      if (collections.includes('appointments') || collections.includes('counters')) tell();
    });
    const beat = setInterval(tell, beatMs);
    open.add(response);
    response.on('close', () => {
      stopListening();
      clearInterval(beat);
      open.delete(response);
    });
    tell();
  });

  function linked(params: { readonly municipality?: unknown; readonly link?: unknown }) {
    const found = openHallLink(seal, 'display', params);
    if (!found) throw new HttpProblem('notFound');
    return found;
  }

  return {
    router,
    endAll: () => {
      for (const response of open) response.end();
    },
  };
}
