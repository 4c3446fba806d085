import { type CaseId, caseId, deviceId, opId, trackingCode } from '@amtsstube/shared/domain/ids';
import { instantOf } from '@amtsstube/shared/domain/time';
import { validDogAnswers } from '@amtsstube/shared/fixtures/builders';
import { between, pick, seededRandom } from '@amtsstube/shared/fixtures/random';
import { annaBerger, testTown } from '@amtsstube/shared/fixtures/test-town';
import { addNote } from '@amtsstube/shared/operations/case/add-note';
import { submitApplication } from '@amtsstube/shared/operations/case/submit-application';
import type { CoreContext } from '@amtsstube/sync-server/core-context';
import { executeServerOperation } from '@amtsstube/sync-server/execute/execute';
import { handOver } from '@amtsstube/sync-server/replication/operations';

export interface SeededPerson {
  readonly lastName: string;
  readonly street: string;
  /** What a clerk noted about the person. */
  readonly note: string;
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
    note: `${word()} ${word()}`,
  }));
}

/** One application each and a note of Anna's on it, through the server's one write path. */
export async function applyAll(
  core: CoreContext,
  people: readonly SeededPerson[],
  seed: number,
): Promise<void> {
  const random = seededRandom(seed + 1);
  const letters = (count: number) => Array.from({ length: count }, () => pick(random, codeLetters)).join('');
  const applied = await Promise.all(
    people.map(async ({ note, ...person }) => {
      const id = caseId.parse(letters(24));
      const operation = {
        opId: opId.parse(letters(24)),
        deviceId: null,
        kind: submitApplication.kind,
        v: submitApplication.v,
        payload: {
          caseId: id,
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
      return { id, note };
    }),
  );
  await noteAll(core, applied);
}

const batch = 100;

async function noteAll(core: CoreContext, notes: readonly { readonly id: CaseId; readonly note: string }[]) {
  const device = deviceId.parse('at-rest');
  const operations = notes.map(({ id, note }, index) => ({
    opId: opId.parse(`at-rest.${index + 1}`),
    deviceId: device,
    n: index + 1,
    kind: addNote.kind,
    v: addNote.v,
    payload: { caseId: id, text: `Am Telefon: ${note}.` },
    at: instantOf(Date.now()),
  }));
  for (let from = 0; from < operations.length; from += batch) {
    const some = operations.slice(from, from + batch);
    const answer = await handOver(core, testTown.municipalityId, annaBerger, {
      epoch: null,
      deviceId: device,
      firstOpen: from + 1,
      operations: some,
    });
    const receipts = answer.result === 'decided' ? answer.decisions.receipts : [];
    const isTaken = some.every(({ n }) =>
      receipts.some((receipt) => receipt.n === n && receipt.result.decided === 'accepted'),
    );
    if (!isTaken) throw new Error(`notes were not accepted: ${JSON.stringify(answer)}`);
  }
}
