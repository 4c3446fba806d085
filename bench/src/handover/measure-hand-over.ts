import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaseId } from '@amtsstube/shared/domain/ids';
import { Forked } from '../common/forked.ts';
import type { BenchDesk, DesksCommand } from './desks.ts';
import type { Ceiling } from './measure-ceiling.ts';
import type { ServerCommand, Watched } from './serve.ts';

export interface HandOver {
  readonly desks: number;
  readonly operationsEach: number;
  readonly processes: number;
  /** Of the town when the desks were last at the server. */
  readonly cases: number;
  /** Came in while they were away. */
  readonly applications: number;
}

export interface MeasuredHandOver extends Watched {
  readonly operations: number;
  readonly workMs: number;
  /** From the line being back for all at once to the last receipt, durable on both sides. */
  readonly handOverMs: number;
  /** Until every desk shows what the server has, its colleagues' work and the new applications with it. */
  readonly restMs: number;
  readonly lost: number;
  readonly doubled: number;
  readonly refused: number;
  readonly ceiling: Ceiling;
  readonly nothing: { readonly requests: number; readonly ms: number };
}

const requestsEach = 100;

/** Desks that worked without a line and all get it back at the same moment; the server is a process of its own. */
export async function measureHandOver(wanted: HandOver): Promise<MeasuredHandOver> {
  const directory = await mkdtemp(join(tmpdir(), 'amtsstube-bench-handover-'));
  const server = new Forked<ServerCommand>(join(import.meta.dirname, 'serve.ts'));
  const offices = Array.from(
    { length: wanted.processes },
    () => new Forked<DesksCommand>(join(import.meta.dirname, 'desks.ts')),
  );
  const all = <Answer>(command: DesksCommand) =>
    Promise.all(offices.map((office) => office.ask<Answer>(command)));
  try {
    const town = await server.ask<{ url: string; cases: CaseId[] }>({
      command: 'open',
      cases: wanted.cases,
    });
    const tokens = await server.ask<string[]>({ command: 'sessions', count: wanted.desks });
    const desks = tokens.map((token, index): BenchDesk => {
      const mine = Math.floor(wanted.cases / wanted.desks);
      return {
        directory: join(directory, `desk-${index}`),
        token,
        clerk: index % 2 === 0 ? 0 : 1,
        cases: town.cases.slice(index * mine, (index + 1) * mine).slice(0, 10),
      };
    });
    await Promise.all(
      offices.map((office, index) =>
        office.ask({
          command: 'open',
          url: town.url,
          desks: desks.filter((_, desk) => desk % offices.length === index),
        }),
      ),
    );
    const workAt = performance.now();
    const opIds = (await all<string[]>({ command: 'work', operations: wanted.operationsEach })).flat();
    const workMs = performance.now() - workAt;
    const to = wanted.cases + wanted.applications;
    await server.ask({ command: 'applications', from: wanted.cases, to });

    await server.ask({ command: 'watch' });
    const startedAt = performance.now();
    await all({ command: 'handOver' });
    const handOverMs = performance.now() - startedAt;
    const watched = await server.ask<Watched>({ command: 'watched' });
    const rested = await all<{ refused: number }>({ command: 'rest' });
    const restMs = performance.now() - startedAt;

    const nothingAt = performance.now();
    await all({ command: 'nothing', url: town.url, requests: requestsEach });
    const nothing = { requests: requestsEach * wanted.desks, ms: performance.now() - nothingAt };
    const judged = await server.ask<{ lost: number; doubled: number }>({ command: 'judge', opIds });
    return {
      operations: opIds.length,
      workMs,
      handOverMs,
      restMs,
      ...watched,
      ...judged,
      refused: rested.reduce((sum, { refused }) => sum + refused, 0),
      ceiling: await server.ask<Ceiling>({ command: 'ceiling', count: opIds.length }),
      nothing,
    };
  } finally {
    await Promise.allSettled(offices.map((office) => office.end()));
    await server.end();
    await rm(directory, { recursive: true, force: true });
  }
}
