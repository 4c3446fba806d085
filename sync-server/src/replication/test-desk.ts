import { type CaseId, deviceId, opId } from '@amtsstube/shared/domain/ids';
import { instant } from '@amtsstube/shared/domain/time';
import { testTown, testTownAccounts } from '@amtsstube/shared/fixtures/test-town';
import type { DeskOperation } from '@amtsstube/shared/operations/operation';

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

/** Signs in one of the test town's clerks; 0 = Anna Berger, 1 = Bernd Krüger. */
export async function tokenOf(url: string, clerk: 0 | 1): Promise<string> {
  const { email, password } = testTownAccounts[clerk];
  const { body } = await postJson(url, '/api/sign-in', { email, password });
  return (body as { token: string }).token;
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
