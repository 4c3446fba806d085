import { municipalityId, opId } from '@amtsstube/shared/domain/ids';
import { instantOf } from '@amtsstube/shared/domain/time';
import { testTownConfiguration } from '@amtsstube/shared/fixtures/test-town';
import { configureMunicipality } from '@amtsstube/shared/operations/settings/configure-municipality';
import { executeServerOperation } from '@amtsstube/sync-server/execute/execute';
import type { TestTownServer } from '@amtsstube/sync-server/start-server-test-town';
import { execute, submissions } from './submissions.ts';

const aloneCount = 1000;

/** Operations that each wait for the one before, so that each has a commit and an fsync of its own. */
export async function measureStoreAlone({ core }: TestTownServer) {
  const municipality = municipalityId.parse('nachbarstadt');
  await core.store.createMunicipality(municipality, core.newEpoch());
  await executeServerOperation(
    core,
    municipality,
    {
      opId: opId.parse('neighbouring-town'),
      deviceId: null,
      kind: configureMunicipality.kind,
      v: configureMunicipality.v,
      payload: testTownConfiguration,
      at: instantOf(Date.now()),
    },
    { kind: 'system' },
  );
  const operations = submissions(aloneCount);
  const startedAt = performance.now();
  for (const operation of operations) await execute(core, municipality, operation);
  return { operations: operations.length, ms: performance.now() - startedAt };
}
