import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaseId } from '@amtsstube/shared/domain/ids';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { tokenOf } from '@amtsstube/sync-server/replication/test-desk';
import { startTestTown, type TestTownServer } from '@amtsstube/sync-server/start-server-test-town';
import { executeNote } from '../common/notes.ts';
import { execute, submissions } from './submissions.ts';

export interface FilledTown {
  readonly server: TestTownServer;
  /** Anna Berger's session; all sides of the comparison ask with it. */
  readonly token: string;
  /** A page on an origin of its own, and so with empty storage: names below localhost lead to this machine. */
  pageOf(origin: string): string;
  readonly caseCount: number;
  readonly caseIds: readonly CaseId[];
  readonly operations: number;
  readonly fillMs: number;
  close(): Promise<void>;
}

const groupSize = 500;

/**
 * The real server on its real store, filled by real operations; it serves what `makeDesk` puts into a directory as its
 * desk. The first event of a case is its application, the others are notes.
 */
export async function startFilledTown(
  caseCount: number,
  makeDesk: (outDir: string) => Promise<void>,
  eventsPerCase = 1,
): Promise<FilledTown> {
  const deskDirectory = await mkdtemp(join(tmpdir(), 'amtsstube-bench-page-'));
  await makeDesk(deskDirectory);
  const server = await startTestTown({}, { deskDirectory });
  const operations = submissions(caseCount);
  const startedAt = performance.now();
  for (let from = 0; from < operations.length; from += groupSize) {
    const group = operations.slice(from, from + groupSize);
    await Promise.all(group.map((operation) => execute(server.core, testTown.municipalityId, operation)));
    for (let event = 2; event <= eventsPerCase; event += 1)
      await Promise.all(
        group.map((operation) =>
          executeNote(server.core, testTown.municipalityId, caseIdOf(operation), randomUUID()),
        ),
      );
  }
  const fillMs = performance.now() - startedAt;
  const { port } = new URL(server.url);
  return {
    server,
    token: await tokenOf(server, 0),
    pageOf: (origin) => `http://${origin}.localhost:${port}/desk/`,
    caseCount,
    caseIds: operations.map(caseIdOf),
    operations: operations.length * eventsPerCase,
    fillMs,
    close: async () => {
      await server.close();
      await rm(deskDirectory, { recursive: true, force: true });
    },
  };
}

function caseIdOf({ payload }: { readonly payload: unknown }): CaseId {
  return (payload as { caseId: CaseId }).caseId;
}
