import { caseId, type MunicipalityId, opId, trackingCode } from '@amtsstube/shared/domain/ids';
import { instantOf } from '@amtsstube/shared/domain/time';
import { between, pick, seededRandom } from '@amtsstube/shared/fixtures/random';
import { sampleApplications } from '@amtsstube/shared/fixtures/sample-applications';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { submitApplication } from '@amtsstube/shared/operations/case/submit-application';
import type { ServerOperation } from '@amtsstube/shared/operations/operation';
import type { CoreContext } from '@amtsstube/sync-server/core-context';
import { executeServerOperation } from '@amtsstube/sync-server/execute/execute';

const seed = 17;
const codeLetters = [...'23456789ABCDEFGHJKLMNPQRSTUVWXYZ'];

/** The same applications, under the same ids, in each run. */
export function submissions(count: number): readonly ServerOperation[] {
  const random = seededRandom(seed);
  return sampleApplications(count, seed).map((answers) => ({
    opId: opId.parse(randomId(random)),
    deviceId: null,
    kind: submitApplication.kind,
    v: submitApplication.v,
    payload: {
      caseId: caseId.parse(randomId(random)),
      trackingCode: trackingCode.parse(randomCode(random)),
      serviceId: testTown.serviceId,
      formVersionId: testTown.formVersionId,
      answers,
    },
    at: instantOf(Date.now()),
  }));
}

/** Through the server's one write path; throws where one is not accepted, since then nothing below would be true. */
export async function execute(
  core: CoreContext,
  municipality: MunicipalityId,
  operation: ServerOperation,
): Promise<void> {
  const { result } = await executeServerOperation(core, municipality, operation, { kind: 'citizen' });
  if (result.decided !== 'accepted') throw new Error(`not accepted: ${JSON.stringify(result)}`);
}

/** As long and as random as the server's own. */
function randomId(random: () => number): string {
  const hex = Array.from({ length: 32 }, () => between(random, 0, 15).toString(16)).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function randomCode(random: () => number): string {
  const group = () => Array.from({ length: 5 }, () => pick(random, codeLetters)).join('');
  return `${group()}-${group()}-${group()}`;
}
