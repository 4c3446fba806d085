import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import { enrolAnswer, signInAnswer } from '@amtsstube/shared/replication/sign-in';
import { postJson } from '@amtsstube/sync-server/replication/test-desk';

/** How the one clerk of a town signs in. */
export function accountOf(town: MunicipalityId) {
  return { email: `anna@${town}.example`, password: `${town}-anna-2026` };
}

/** A device is let in, and the clerk signs in on it. @returns her session's token */
export async function signInTo(url: string, town: MunicipalityId, code: string): Promise<string> {
  const enrolled = await postJson(url, '/api/enrol', { code, name: 'Bürgerbüro links' });
  const { workstationId, secret } = enrolAnswer.parse(enrolled.body);
  const signedIn = await postJson(url, '/api/sign-in', {
    ...accountOf(town),
    workstation: { workstationId, secret },
  });
  return signInAnswer.parse(signedIn.body).token;
}
