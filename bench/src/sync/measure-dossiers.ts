import { randomUUID } from 'node:crypto';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { townPath } from '@amtsstube/sync-server/replication/test-desk';
import { executeNote } from '../common/notes.ts';
import { percentile } from '../common/statistics.ts';
import type { FilledTown } from './filled-town.ts';

/** On a good line, from the click to the last byte. */
export const dossierLimitMs = 300;
const count = 200;
const notesEach = 9;

interface Latencies {
  readonly p50: number;
  readonly p95: number;
}

/**
 * The dossier of a case closed long ago, as a desk fetches it when somebody opens it: one row of the server's either way,
 * so those of the filled town stand for it, with ten events each. Each in turn with a request that does nothing.
 */
export async function measureDossiers({
  server,
  token,
  caseIds,
}: FilledTown): Promise<{ readonly fetched: Latencies; readonly nothing: Latencies }> {
  // from all over the town: neighbours in the file would lie in the same page of it
  const step = Math.floor(caseIds.length / count);
  const chosen = caseIds.filter((_, index) => index % step === 0).slice(0, count);
  for (const id of chosen)
    for (let note = 0; note < notesEach; note += 1)
      await executeNote(server.core, testTown.municipalityId, id, randomUUID());
  const [fetched, nothing]: [number[], number[]] = [[], []];
  for (const id of chosen) {
    nothing.push(await timeOf(`${server.url}/health`, token));
    fetched.push(await timeOf(`${server.url}${townPath}/dossiers/${id}`, token));
  }
  return { fetched: latenciesOf(fetched), nothing: latenciesOf(nothing) };
}

async function timeOf(url: string, token: string): Promise<number> {
  const startedAt = performance.now();
  const response = await fetch(url, { headers: { Authorization: `Bearer ${token}` } });
  await response.text();
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return performance.now() - startedAt;
}

function latenciesOf(values: readonly number[]): Latencies {
  return { p50: percentile(values, 0.5), p95: percentile(values, 0.95) };
}
