import { supportKey } from '@amtsstube/shared/replication/journal-export';
import type { Observable } from 'rxjs';
import type { SmallFiles } from '../../host/host.ts';
import { type LineView, whenConnected } from '../sync/line.ts';
import type { Answered } from '../sync/transport.ts';

const fileName = 'support-key';

export interface SupportKeyOptions {
  /** Sealed under the clerk's key: nobody else puts another one in its place. */
  readonly files: SmallFiles;
  fetch(signal: AbortSignal): Promise<Answered<string>>;
}

/** The server's public key for exports, fetched while there is a line, so that it is here when there is none. */
export class SupportKey {
  readonly #options: SupportKeyOptions;

  constructor(options: SupportKeyOptions) {
    this.#options = options;
  }

  /** Fetches it anew with each time the line comes back: a server may have been set up anew. */
  keepFresh(line$: Observable<LineView>, signal: AbortSignal, report: (error: unknown) => void): void {
    const back = whenConnected(line$).subscribe(() => {
      this.#fetch(signal).catch((error: unknown) => {
        if (!signal.aborted) report(error);
      });
    });
    signal.addEventListener('abort', () => back.unsubscribe());
  }

  /** undefined: this desk has never had a line since there are exports. */
  async read(): Promise<string | undefined> {
    const bytes = await this.#options.files.read(fileName);
    return bytes && supportKey.shape.publicKey.safeParse(new TextDecoder().decode(bytes)).data;
  }

  async #fetch(signal: AbortSignal): Promise<void> {
    const answered = await this.#options.fetch(signal);
    if (!answered.ok || answered.answer === (await this.read())) return;
    await this.#options.files.write(fileName, new TextEncoder().encode(answered.answer));
  }
}
