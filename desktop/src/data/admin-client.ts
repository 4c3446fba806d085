import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import { z } from '@amtsstube/shared/domain/zod';
import { problem } from '@amtsstube/shared/replication/messages';
import { salvageList } from '@amtsstube/shared/replication/salvage';
import {
  enrolmentCodeAnswer,
  invitationAnswer,
  workstationList,
} from '@amtsstube/shared/replication/sign-in';
import type { AdminAnswer, AdminClient, AdminFailure } from '../ui/admin-client.ts';

const patienceMs = 20_000;

/** @param serverUrl origin of the sync server; '' for the page's own */
export function httpAdminClient(
  serverUrl: string,
  municipality: MunicipalityId,
  token: () => Promise<string | undefined>,
): AdminClient {
  async function ask<T>(
    method: 'GET' | 'POST',
    path: string,
    schema: z.ZodType<T>,
    body?: unknown,
  ): Promise<AdminAnswer<T>> {
    const bearer = await token();
    try {
      const response = await fetch(`${serverUrl}/api/m/${municipality}/admin/${path}`, {
        method,
        ...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}),
        cache: 'no-store',
        credentials: 'omit',
        redirect: 'error',
        headers: {
          'content-type': 'application/json',
          ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
        },
        signal: AbortSignal.timeout(patienceMs),
      });
      const text = await response.text();
      const parsed = response.ok ? schema.safeParse(parseJson(text)) : undefined;
      return parsed?.success
        ? { ok: true, answer: parsed.data }
        : { ok: false, failure: failureIn(parseJson(text)) };
    } catch (error) {
      if (error instanceof TypeError || error instanceof DOMException)
        return { ok: false, failure: 'noConnection' };
      throw error;
    }
  }

  return {
    workstations: async () => {
      const answered = await ask('GET', 'workstations', workstationList);
      return answered.ok ? { ok: true, answer: answered.answer.workstations } : answered;
    },
    salvage: async () => {
      const answered = await ask('GET', 'salvage', salvageList);
      return answered.ok ? { ok: true, answer: answered.answer.documents } : answered;
    },
    salvageDone: (documents) => ask('POST', 'salvage/done', z.undefined(), { documents }),
    newCode: () => ask('POST', 'enrolment-codes', enrolmentCodeAnswer),
    revoke: (id) => ask('POST', `workstations/${encodeURIComponent(id)}/revoke`, z.undefined()),
    invite: (clerkId, email) => ask('POST', 'invitations', invitationAnswer, { clerkId, email }),
  };
}

function failureIn(body: unknown): AdminFailure {
  switch (problem.safeParse(body).data?.code) {
    case 'notSignedIn':
    case 'workstationRevoked':
      return 'signedOut';
    case 'notAllowed':
    case 'wrongMunicipality':
      return 'notAllowed';
    case 'addressTaken':
      return 'addressTaken';
    default:
      return 'badAnswer';
  }
}

function parseJson(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
