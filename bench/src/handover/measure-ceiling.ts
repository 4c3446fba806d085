import { type CaseId, municipalityId, opId } from '@amtsstube/shared/domain/ids';
import { instantOf } from '@amtsstube/shared/domain/time';
import { testTownConfiguration } from '@amtsstube/shared/fixtures/test-town';
import { configureMunicipality } from '@amtsstube/shared/operations/settings/configure-municipality';
import type { CoreContext } from '@amtsstube/sync-server/core-context';
import { executeServerOperation } from '@amtsstube/sync-server/execute/execute';
import { executeNote } from '../common/notes.ts';
import { execute, submissions } from '../sync/submissions.ts';

export interface Ceiling {
  readonly count: number;
  /** Each waits for the one before: a commit and an fsync each. */
  readonly aloneMs: number;
  readonly aloneCount: number;
  /** As many at once as a desk sends. */
  readonly groupedMs: number;
}

const caseCount = 500;
const together = 100;
const aloneCount = 500;

/** What the store and the rules take of the same notes without a line, a session or a desk, in a town of their own. */
export async function measureCeiling(core: CoreContext, count: number): Promise<Ceiling> {
  const municipality = municipalityId.parse('nachbarstadt');
  await core.store.createMunicipality(municipality, core.newEpoch());
  const { kind, v } = configureMunicipality;
  const configured = { opId: opId.parse('neighbouring-town'), deviceId: null, kind, v } as const;
  const at = instantOf(Date.now());
  await executeServerOperation(
    core,
    municipality,
    { ...configured, payload: testTownConfiguration, at },
    { kind: 'system' },
  );
  const applications = submissions(caseCount);
  await Promise.all(applications.map((application) => execute(core, municipality, application)));
  const cases = applications.map(({ payload }) => (payload as { caseId: CaseId }).caseId);
  const note = (index: number) =>
    executeNote(core, municipality, cases[index % cases.length] as CaseId, `ceiling-${index}`);
  const groupedAt = performance.now();
  for (let from = 0; from < count; from += together)
    await Promise.all(Array.from({ length: together }, (_, index) => note(from + index)));
  const groupedMs = performance.now() - groupedAt;
  const aloneAt = performance.now();
  for (let index = 0; index < aloneCount; index += 1) await note(count + index);
  return { count, groupedMs, aloneCount, aloneMs: performance.now() - aloneAt };
}
