import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clerk } from '@amtsstube/shared/domain/clerk';
import type { CaseId } from '@amtsstube/shared/domain/ids';
import { annaBerger, testTown } from '@amtsstube/shared/fixtures/test-town';
import { signInAnswer, type WorkstationCredential } from '@amtsstube/shared/replication/sign-in';
import { Random } from '@amtsstube/sim/random';
import { applicationOf, serverOperation } from '@amtsstube/sim/world';
import { executeServerOperation } from '@amtsstube/sync-server/execute/execute';
import { enrolledOn, signInOn } from '@amtsstube/sync-server/replication/test-desk';
import { startTestTown } from '@amtsstube/sync-server/start-server-test-town';
import { bundleDeskPage } from './browser/page-bundle.ts';

export interface Session {
  readonly workstation: WorkstationCredential;
  readonly token: string;
}

/** A data directory that every round begins with, so that none has to make a town first. */
export interface Template {
  readonly directory: string;
  readonly cases: readonly CaseId[];
  readonly sessions: readonly Session[];
  /** Where the page of a desk in a browser lies; bundled for the first that wants it. */
  deskPage(): Promise<string>;
}

const caseCount = 8;

/** Who administers the town works in it too: one desk does both. */
export const administratorAnna: Clerk = { ...annaBerger, role: 'admin' };

export async function makeTemplate(place: string): Promise<Template> {
  const directory = join(place, 'template');
  await mkdir(directory);
  const server = await startTestTown({ dataDirectory: directory });
  const random = new Random(1);
  const cases: CaseId[] = [];
  for (let count = 0; count < caseCount; count += 1) {
    const operation = { ...applicationOf(random, 0), at: server.core.now() };
    cases.push((operation.payload as { caseId: CaseId }).caseId);
    const { result } = await executeServerOperation(server.core, testTown.municipalityId, operation, {
      kind: 'citizen',
    });
    if (result.decided !== 'accepted')
      throw new Error(`the template refused a case: ${JSON.stringify(result)}`);
  }
  const configuration = { settings: [], clerks: [administratorAnna] };
  const promotion = serverOperation(random, 'configureMunicipality', configuration, 0);
  const { result: promoted } = await executeServerOperation(
    server.core,
    testTown.municipalityId,
    { ...promotion, at: server.core.now() },
    { kind: 'system' },
  );
  if (promoted.decided !== 'accepted') throw new Error(`the template refused: ${JSON.stringify(promoted)}`);
  const sessions: Session[] = [];
  for (const clerk of [0, 1] as const) {
    const workstation = await enrolledOn(server);
    sessions.push({ workstation, token: await signedIn(server.url, clerk, workstation) });
  }
  await server.close();
  await rm(join(directory, 'server.lock'), { force: true });
  const page = join(place, 'desk-page');
  let bundled: Promise<void> | undefined;
  const deskPage = async () => {
    bundled ??= bundleDeskPage(page);
    await bundled;
    return page;
  };
  return { directory, cases, sessions, deskPage };
}

export async function signedIn(
  url: string,
  clerk: 0 | 1,
  workstation: WorkstationCredential,
): Promise<string> {
  return signInAnswer.parse((await signInOn({ url }, clerk, workstation)).body).token;
}
