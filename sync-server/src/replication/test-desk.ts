import { type CaseId, deviceId, opId } from '@amtsstube/shared/domain/ids';
import { instant } from '@amtsstube/shared/domain/time';
import { testTown, testTownAccounts } from '@amtsstube/shared/fixtures/test-town';
import type { DeskOperation } from '@amtsstube/shared/operations/operation';
import { enrolAnswer, signInAnswer, type WorkstationCredential } from '@amtsstube/shared/replication/sign-in';
import type { TestTownServer } from '../start-server-test-town.ts';

/** For tests: a desk's requests by plain HTTP. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

export async function postJson(url: string, path: string, body: unknown, token?: string): Promise<Answer> {
  return post(url, path, JSON.stringify(body), token);
}

export async function post(
  url: string,
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
  token?: string,
  contentType = 'application/json',
): Promise<Answer> {
  const headers = {
    'Content-Type': contentType,
    ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
  };
  const response = await fetch(url + path, { method: 'POST', headers, body });
  const text = await response.text();
  return {
    status: response.status,
    body: text === '' ? undefined : JSON.parse(text),
    headers: response.headers,
  };
}

/** A device that was just let in, with a code its administrator gave out. */
export async function enrolledOn(
  { url, workstations }: Pick<TestTownServer, 'url' | 'workstations'>,
  municipality = testTown.municipalityId,
): Promise<WorkstationCredential> {
  const { code } = workstations.newEnrolmentCode(municipality);
  const { body } = await postJson(url, '/api/enrol', { code, name: 'Bürgerbüro links' });
  const { workstationId, secret } = enrolAnswer.parse(body);
  return { workstationId, secret };
}

/** Signs in one of the test town's clerks, on a device of her own; 0 = Anna Berger, 1 = Bernd Krüger, 2 = Dora Ritter. */
export async function tokenOf(
  town: Pick<TestTownServer, 'url' | 'workstations'>,
  clerk: 0 | 1 | 2,
): Promise<string> {
  const { body } = await signInOn(town, clerk, await enrolledOn(town));
  return signInAnswer.parse(body).token;
}

export function signInOn(
  { url }: { readonly url: string },
  clerk: 0 | 1 | 2,
  workstation: WorkstationCredential,
): Promise<Answer> {
  const { email, password } = testTownAccounts[clerk];
  return postJson(url, '/api/sign-in', { email, password, workstation });
}

export const townPath = `/api/m/${testTown.municipalityId}`;

/** A hand-over of one note, as a desk sends it. */
export function handOverOf(device: string, operation: Partial<DeskOperation> = {}) {
  return {
    epoch: null,
    deviceId: deviceId.parse(device),
    firstOpen: 1,
    operations: [
      {
        opId: opId.parse(`${device}.1`),
        deviceId: deviceId.parse(device),
        n: 1,
        kind: 'addNote',
        v: 1,
        payload: { caseId: 'case-1' as CaseId, text: 'Angerufen' },
        at: instant.parse('2026-11-23T08:00:00.000Z'),
        ...operation,
      },
    ],
  };
}
