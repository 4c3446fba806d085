import { caseId, opId, trackingCode } from '@amtsstube/shared/domain/ids';
import { instantOf } from '@amtsstube/shared/domain/time';
import { validDogAnswers } from '@amtsstube/shared/fixtures/builders';
import { between, pick, seededRandom } from '@amtsstube/shared/fixtures/random';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { submitApplication } from '@amtsstube/shared/operations/case/submit-application';
import type { CoreContext } from '@amtsstube/sync-server/core-context';
import { executeServerOperation } from '@amtsstube/sync-server/execute/execute';

export interface SeededPerson {
  readonly lastName: string;
  readonly street: string;
}

const syllables = [
  'brü',
  'wen',
  'köl',
  'mar',
  'tze',
  'lün',
  'gor',
  'wiß',
  'pom',
  'hää',
  'ruk',
  'sal',
  'dje',
  'fol',
];
const codeLetters = [...'23456789ABCDEFGHJKLMNPQRSTUVWXYZ'];

/** People whose names and streets stand nowhere else on a disk; the same for the same seed. */
export function seededPeople(count: number, seed: number): readonly SeededPerson[] {
  const random = seededRandom(seed);
  const word = () => {
    const text = Array.from({ length: 5 }, () => pick(random, syllables)).join('');
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  return Array.from({ length: count }, () => ({
    lastName: word(),
    street: `${word()}weg ${between(random, 1, 99)}`,
  }));
}

/** One application each, through the server's one write path. */
export async function applyAll(
  core: CoreContext,
  people: readonly SeededPerson[],
  seed: number,
): Promise<void> {
  const random = seededRandom(seed + 1);
  const letters = (count: number) => Array.from({ length: count }, () => pick(random, codeLetters)).join('');
  await Promise.all(
    people.map(async (person) => {
      const operation = {
        opId: opId.parse(letters(24)),
        deviceId: null,
        kind: submitApplication.kind,
        v: submitApplication.v,
        payload: {
          caseId: caseId.parse(letters(24)),
          trackingCode: trackingCode.parse(`${letters(5)}-${letters(5)}-${letters(5)}`),
          serviceId: testTown.serviceId,
          formVersionId: testTown.formVersionId,
          answers: validDogAnswers({ ...person }),
        },
        at: instantOf(Date.now()),
      };
      const { result } = await executeServerOperation(core, testTown.municipalityId, operation, {
        kind: 'citizen',
      });
      if (result.decided !== 'accepted') throw new Error(`not accepted: ${JSON.stringify(result)}`);
    }),
  );
}
