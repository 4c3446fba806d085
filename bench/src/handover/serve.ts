import { monitorEventLoopDelay } from 'node:perf_hooks';
import { StatementSync } from 'node:sqlite';
import type { CaseId } from '@amtsstube/shared/domain/ids';
import { visibleScopes } from '@amtsstube/shared/domain/scope';
import { annaBerger, testTown } from '@amtsstube/shared/fixtures/test-town';
import { tokenOf } from '@amtsstube/sync-server/replication/test-desk';
import { startTestTown, type TestTownServer } from '@amtsstube/sync-server/start-server-test-town';
import { obey } from '../common/forked.ts';
import { percentile } from '../common/statistics.ts';
import { execute, submissions } from '../sync/submissions.ts';
import { measureCeiling } from './measure-ceiling.ts';

export type ServerCommand =
  | { readonly command: 'open'; readonly cases: number }
  | { readonly command: 'sessions'; readonly count: number }
  /** More applications, while the desks are away. */
  | { readonly command: 'applications'; readonly from: number; readonly to: number }
  | { readonly command: 'watch' }
  | { readonly command: 'watched' }
  /** Of these operations: which the server lacks, and which it carried out more than once. */
  | { readonly command: 'judge'; readonly opIds: readonly string[] }
  | { readonly command: 'ceiling'; readonly count: number };

export interface Watched {
  /** How late the event loop came round, beyond the pace it was looked at. */
  readonly loop: { readonly p50: number; readonly p99: number; readonly max: number };
  /** Each stands still for a commit, which is an fsync and little else. */
  /** Of the server's process: what the machine's other work doesn't change. */
  readonly cpuMs: number;
  readonly commits: { readonly count: number; readonly p50: number; readonly p99: number };
}

const lookEachMs = 1;
const groupSize = 500;
const shortestFsyncMs = 0.05;

let server: TestTownServer;
let ids: readonly CaseId[] = [];
const loop = monitorEventLoopDelay({ resolution: lookEachMs });
let commitMs: number[] = [];
let cpuBefore = process.cpuUsage();

StatementSync.prototype.run = new Proxy(StatementSync.prototype.run, {
  apply(run, statement: StatementSync, given) {
    const startedAt = performance.now();
    const result = Reflect.apply(run, statement, given);
    const tookMs = performance.now() - startedAt;
    // who only reads ends with the same word, and waits for no disk
    if (statement.sourceSQL === 'COMMIT' && tookMs > shortestFsyncMs) commitMs.push(tookMs);
    return result;
  },
});

async function submit(from: number, to: number): Promise<void> {
  const operations = submissions(to).slice(from);
  for (let at = 0; at < operations.length; at += groupSize)
    await Promise.all(
      operations.slice(at, at + groupSize).map((each) => execute(server.core, testTown.municipalityId, each)),
    );
  ids = [...ids, ...operations.map(({ payload }) => (payload as { caseId: CaseId }).caseId)];
}

async function perform(told: ServerCommand): Promise<unknown> {
  switch (told.command) {
    case 'open':
      server = await startTestTown();
      await submit(0, told.cases);
      return { url: server.url, cases: ids };
    case 'sessions':
      return sessions(told.count);
    case 'applications':
      return submit(told.from, told.to);
    case 'watch':
      commitMs = [];
      cpuBefore = process.cpuUsage();
      loop.reset();
      loop.enable();
      return undefined;
    case 'watched':
      loop.disable();
      return watched();
    case 'judge':
      return judge(told.opIds);
    case 'ceiling':
      return measureCeiling(server.core, told.count);
  }
}

/** By turns of the two clerks who work on cases. */
async function sessions(count: number): Promise<string[]> {
  const tokens: string[] = [];
  for (let index = 0; index < count; index += 1) tokens.push(await tokenOf(server, index % 2 === 0 ? 0 : 1));
  return tokens;
}

function watched(): Watched {
  const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1_000_000 - lookEachMs);
  const { user, system } = process.cpuUsage(cpuBefore);
  return {
    cpuMs: (user + system) / 1000,
    loop: { p50: late(loop.percentile(50)), p99: late(loop.percentile(99)), max: late(loop.max) },
    commits: { count: commitMs.length, p50: percentile(commitMs, 0.5), p99: percentile(commitMs, 0.99) },
  };
}

async function judge(opIds: readonly string[]): Promise<{ lost: number; doubled: number }> {
  const carriedOut = await server.core.store.snapshot(testTown.municipalityId, async (read) => {
    const dossiers = await read.changes('dossiers', visibleScopes(annaBerger), 0, 1_000_000);
    return dossiers.flatMap(({ document }) =>
      ((document as { events?: { opId?: string }[] } | null)?.events ?? []).map(({ opId }) => opId),
    );
  });
  const times = Map.groupBy(carriedOut, (opId) => opId);
  return {
    lost: opIds.filter((opId) => !times.has(opId)).length,
    doubled: opIds.filter((opId) => (times.get(opId)?.length ?? 0) > 1).length,
  };
}

obey(perform, () => server.close());
