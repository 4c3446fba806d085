import { randomUUID } from 'node:crypto';
import { opId } from '@amtsstube/shared/domain/ids';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import type { Kind } from '@amtsstube/shared/operations/registry';
import type { TestTownServer } from '../start-server-test-town.ts';
import { executeServerOperation } from './execute.ts';

/** For tests: an operation of a citizen's or the server's own, decided in the test town now. @returns what was decided */
export async function decidedNow(
  { core }: Pick<TestTownServer, 'core'>,
  kind: Kind,
  payload: unknown,
  actor: 'citizen' | 'system',
) {
  const operation = {
    opId: opId.parse(`test.${randomUUID()}`),
    deviceId: null,
    kind,
    v: 1,
    payload,
    at: core.now(),
  };
  const { result } = await executeServerOperation(core, testTown.municipalityId, operation, { kind: actor });
  return result;
}
