import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import { hallAddressesAnswer } from '@amtsstube/shared/replication/hall-addresses';
import type { HallClient } from '../ui/hall-client.ts';
import { answerOf, askServer } from './ask-server.ts';

/** @param serverUrl origin of the sync server; '' for the page's own */
export function httpHallClient(
  serverUrl: string,
  municipality: MunicipalityId,
  token: () => Promise<string | undefined>,
): HallClient {
  const ask = askServer(serverUrl, municipality, token);
  const whole = (path: string) => new URL(path, serverUrl || globalThis.location.origin).href;
  return {
    addresses: async () => {
      const answered = answerOf(await ask('GET', 'hall-addresses', hallAddressesAnswer));
      if (!answered.ok) return answered;
      const halls = answered.answer.halls.map(({ departmentId, display, kiosk }) => ({
        departmentId,
        display: whole(display),
        kiosk: whole(kiosk),
      }));
      return { ok: true, answer: halls };
    },
  };
}
