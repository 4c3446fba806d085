import { testTown, testTownAccounts } from '@amtsstube/shared/fixtures/test-town';
import {
  enrolAnswer,
  invitationAnswer,
  signInAnswer,
  type WorkstationList,
  workstationList,
} from '@amtsstube/shared/replication/sign-in';
import type { Town } from './town.ts';

const [, bernd, dora] = testTownAccounts;

/** Dora at a PC of her own, by the API that her desk uses. */
export class Administrator {
  readonly #url: string;
  readonly #token: string;

  private constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  static async signIn(town: Town): Promise<Administrator> {
    const enrolled = await ask(`${town.url}/api/enrol`, { code: town.enrolmentCode(), name: 'Verwaltung' });
    const { workstationId, secret } = enrolAnswer.parse(await enrolled.json());
    const { email, password } = dora;
    const workstation = { workstationId, secret };
    const signedIn = await ask(`${town.url}/api/sign-in`, { email, password, workstation });
    return new Administrator(town.url, signInAnswer.parse(await signedIn.json()).token);
  }

  /** Of the devices let in under this name, the one let in last. */
  async revokeLast(name: string): Promise<void> {
    const list = workstationList.parse(await (await this.#ask('GET', 'workstations')).json());
    const last = list.workstations.findLast(
      (each: WorkstationList['workstations'][number]) => each.name === name,
    );
    if (last === undefined) throw new Error(`no device ${name}`);
    await this.#ask('POST', `workstations/${last.workstationId}/revoke`, {});
  }

  /** Bernd forgot his password and sets the same one again, by the link of a new invitation: his sessions end. */
  async resetPasswordOfBernd(): Promise<void> {
    const { clerkId, email, password } = bernd;
    const { link } = invitationAnswer.parse(
      await (await this.#ask('POST', 'invitations', { clerkId, email })).json(),
    );
    const body = new URLSearchParams({ password, again: password });
    const set = await fetch(this.#url + new URL(link).pathname, { method: 'POST', body });
    if (!set.ok) throw new Error(`the password was not set: ${set.status}`);
  }

  #ask(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Response> {
    const url = `${this.#url}/api/m/${testTown.municipalityId}/admin/${path}`;
    return ask(url, body, { method, headers: { authorization: `Bearer ${this.#token}` } });
  }
}

async function ask(url: string, body: unknown, init: RequestInit = { method: 'POST' }): Promise<Response> {
  const answer = await fetch(url, {
    ...init,
    headers: { 'content-type': 'application/json', ...init.headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return answer;
}
