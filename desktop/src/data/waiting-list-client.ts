import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import { waitingListAnswer } from '@amtsstube/shared/replication/waiting-list';
import type { WaitingListClient } from '../ui/waiting-list-client.ts';
import { answerOf, askServer } from './ask-server.ts';

/** @param serverUrl origin of the sync server; '' for the page's own */
export function httpWaitingListClient(
  serverUrl: string,
  municipality: MunicipalityId,
  token: () => Promise<string | undefined>,
): WaitingListClient {
  const ask = askServer(serverUrl, municipality, token);
  return {
    waiting: async () => {
      const answered = answerOf(await ask('GET', 'waiting-list', waitingListAnswer));
      return answered.ok ? { ok: true, answer: answered.answer.waiting } : answered;
    },
  };
}
