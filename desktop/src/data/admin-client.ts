import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import { z } from '@amtsstube/shared/domain/zod';
import { salvageList } from '@amtsstube/shared/replication/salvage';
import {
  enrolmentCodeAnswer,
  invitationAnswer,
  workstationList,
} from '@amtsstube/shared/replication/sign-in';
import type { AdminAnswer, AdminClient } from '../ui/admin-client.ts';
import { answerOf, askServer } from './ask-server.ts';

/** @param serverUrl origin of the sync server; '' for the page's own */
export function httpAdminClient(
  serverUrl: string,
  municipality: MunicipalityId,
  token: () => Promise<string | undefined>,
): AdminClient {
  const askIt = askServer(serverUrl, municipality, token);
  async function ask<T>(
    method: 'GET' | 'POST',
    path: string,
    schema: z.ZodType<T>,
    body?: unknown,
  ): Promise<AdminAnswer<T>> {
    const asked = await askIt(method, `admin/${path}`, schema, body);
    return asked.is === 'refused' && asked.code === 'addressTaken'
      ? { ok: false, failure: 'addressTaken' }
      : answerOf(asked);
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
