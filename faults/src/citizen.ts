import { setTimeout as pause } from 'node:timers/promises';
import { validDogAnswers } from '@amtsstube/shared/fixtures/builders';
import { asTyped, formPath, openPage, send, ticketIn } from '@amtsstube/sync-server/citizen/test-browser';

const patienceMs = 60_000;

/** Citizens with a browser: a form is sent until there is an answer, and the receipt's code is kept. */
export class Citizen {
  /** Tracking codes shown, by when. */
  readonly receipts: { readonly code: string; readonly at: number }[] = [];
  readonly failures: string[] = [];
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  async apply(): Promise<void> {
    const until = performance.now() + patienceMs;
    let ticket = '';
    while (performance.now() < until) {
      const code = await this.#tryOnce(ticket, (opened) => {
        ticket = opened;
      }).catch(() => undefined);
      if (code !== undefined) {
        this.receipts.push({ code, at: performance.now() });
        return;
      }
      await pause(300);
    }
    this.failures.push('a citizen got no answer');
  }

  async #tryOnce(known: string, opened: (ticket: string) => void): Promise<string | undefined> {
    let ticket = known;
    if (ticket === '') {
      const form = await this.#patiently(openPage(this.#url, formPath));
      if (form.status !== 200) return undefined;
      ticket = ticketIn(form.html);
      opened(ticket);
    }
    const fields = { ...asTyped(validDogAnswers()), _ticket: ticket };
    const sent = await this.#patiently(send(this.#url, formPath, fields));
    if (sent.status !== 303) return undefined;
    const receipt = await this.#patiently(openPage(this.#url, sent.headers.get('location') ?? ''));
    return /[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}/.exec(receipt.html)?.[0];
  }

  /** People press the button again. */
  #patiently<T>(answer: Promise<T>): Promise<T> {
    answer.catch(() => undefined);
    return Promise.race([
      answer,
      pause(5_000, undefined, { ref: false }).then(() => Promise.reject(new Error('no answer'))),
    ]);
  }
}
