import { assertNever } from '@amtsstube/shared/domain/assert-never';
import type { JournalFile, KeyVault, Ownership } from './host.ts';
import { HostFailure } from './host-failure.ts';
import { type IpcCall, type IpcReply, type IpcResults, ipcCall, ipcRequest } from './ipc-messages.ts';
import type { IpcPort } from './ipc-port.ts';
import type { OpenHost } from './open-host.ts';

export interface ServedHost {
  /** Waits for what was begun, then gives back what the page held. For the end of the window or of the program. */
  close(): Promise<void>;
}

/**
 * Offers a host to the page at the other end. Nothing is believed: who sent a message is judged by `isTrustedSender`,
 * what it says by its schema. One page at a time: `start` of another ends the former's journals and ownerships, so that
 * a reload, or a crash of the renderer, leaves nothing locked (J7).
 */
export function serveHost<Sender>(
  host: OpenHost,
  port: IpcPort<Sender>,
  isTrustedSender: (sender: Sender) => boolean,
  reportRefused: (reason: string) => void = () => undefined,
): ServedHost {
  let current: { readonly page: string; readonly desk: PageDesk } | undefined;
  let turnover: Promise<void> = Promise.resolve();
  const underWay = new Set<Promise<unknown>>();

  function endPage(): Promise<void> {
    current = undefined;
    turnover = turnover
      .then(() => Promise.allSettled(underWay))
      .then(() => host.close())
      // a journal that can't be closed is still let go of, and the next page must get its turn
      .catch((error: unknown) => reportRefused(`letting go of a page's files: ${String(error)}`));
    return turnover;
  }

  async function perform(page: string, asked: unknown): Promise<unknown> {
    const parsed = ipcCall.safeParse(asked);
    if (!parsed.success) {
      reportRefused(`malformed call: ${parsed.error.message}`);
      throw new HostFailure('io', `malformed call: ${parsed.error.message}`);
    }
    const call = parsed.data;
    if (call.kind === 'start') {
      const ended = endPage();
      current = { page, desk: new PageDesk(host) };
      await ended;
      return { hasKeyVault: host.keyVault !== undefined };
    }
    if (current?.page !== page) throw new HostFailure('unavailable', 'this page was ended or never started');
    if (call.kind === 'stop') return endPage();
    const result = current.desk.perform(call);
    underWay.add(result);
    const done = () => underWay.delete(result);
    result.then(done, done);
    return result;
  }

  port.onMessage((message, sender) => {
    if (!isTrustedSender(sender)) return reportRefused('a message of a sender that is not the window');
    const request = ipcRequest.safeParse(message);
    if (!request.success) return reportRefused(`malformed message: ${request.error.message}`);
    const { page, id, call } = request.data;
    const answer = (reply: IpcReply) => port.send(reply);
    perform(page, call).then(
      (result) => answer({ page, id, outcome: 'done', result }),
      (error: unknown) => {
        const { code, message } = failureOf(error);
        answer({ page, id, outcome: 'failed', code, message });
      },
    );
  });

  return { close: endPage };
}

/** What one page was given, by the numbers it knows them by: another page can't name them. */
class PageDesk {
  readonly #host: OpenHost;
  readonly #journals = new Map<number, JournalFile>();
  readonly #owned = new Map<number, Ownership>();
  #lastHandle = 0;

  constructor(host: OpenHost) {
    this.#host = host;
  }

  async perform(call: Exclude<IpcCall, { kind: 'start' | 'stop' }>): Promise<IpcResults[IpcCall['kind']]> {
    const { journals, files, blobs } = this.#host;
    switch (call.kind) {
      case 'listJournals':
        return [...(await journals.list())];
      case 'openJournal':
        return this.#handleOf(this.#journals, await journals.open(call.name));
      case 'readJournal':
        return this.#journal(call.handle).read();
      case 'appendJournal':
        return voided(this.#journal(call.handle).append(call.bytes));
      case 'truncateJournal':
        return voided(this.#journal(call.handle).truncate(call.length));
      case 'closeJournal':
        // stays in the map, so that later calls hear of it from the journal itself
        return voided(this.#journal(call.handle).close());
      case 'setAside':
        return journals.setAside(call.name, call.bytes);
      case 'removeJournal':
        return voided(journals.remove(call.name));
      case 'readFile':
        return files.read(call.name);
      case 'writeFile':
        return voided(files.write(call.name, call.bytes));
      case 'removeFile':
        return voided(files.remove(call.name));
      case 'listBlobs':
        return [...(await blobs.list())];
      case 'readBlob':
        return blobs.read(call.name);
      case 'writeBlob':
        return voided(blobs.write(call.name, call.bytes));
      case 'removeBlob':
        return voided(blobs.remove(call.name));
      case 'wrapKey':
        return this.#keyVault().wrap(call.bytes);
      case 'unwrapKey':
        return this.#keyVault().unwrap(call.bytes);
      case 'persistence':
        return this.#host.persistence();
      case 'storage':
        return this.#host.storage();
      case 'claimOwnership': {
        const ownership = await this.#host.claimOwnership(call.name);
        return ownership && this.#handleOf(this.#owned, ownership);
      }
      case 'releaseOwnership':
        return voided(this.#ownership(call.handle).release());
      case 'notify':
        this.#host.notify(call.title, call.body);
        return undefined;
      default:
        return assertNever(call);
    }
  }

  #handleOf<T>(map: Map<number, T>, value: T): number {
    this.#lastHandle += 1;
    map.set(this.#lastHandle, value);
    return this.#lastHandle;
  }

  #journal(handle: number): JournalFile {
    const journal = this.#journals.get(handle);
    if (journal === undefined) throw new HostFailure('io', `no journal was opened as ${handle}`);
    return journal;
  }

  #keyVault(): KeyVault {
    const { keyVault } = this.#host;
    if (keyVault === undefined) throw new HostFailure('unavailable', 'this host has no key vault');
    return keyVault;
  }

  #ownership(handle: number): Ownership {
    const ownership = this.#owned.get(handle);
    if (ownership === undefined) throw new HostFailure('io', `no ownership was given as ${handle}`);
    return ownership;
  }
}

function failureOf(error: unknown): HostFailure {
  if (error instanceof HostFailure) return error;
  return new HostFailure('io', error instanceof Error ? `${error.name}: ${error.message}` : String(error));
}

async function voided(done: Promise<void>): Promise<undefined> {
  await done;
  return undefined;
}
