import type { Epoch } from '@amtsstube/shared/domain/ids';
import type { PageSource } from '../cache/page-source.ts';
import type { Journal } from '../journal/journal.ts';
import type { ComingPage } from '../overlay.ts';
import type { EpochChange } from './epoch-change.ts';
import type { Line } from './line.ts';
import type { Transport } from './transport.ts';

const pageSize = 1000;

export interface PageSourceOptions {
  readonly transport: Transport;
  readonly journal: Journal;
  readonly line: Line;
  readonly epochs: EpochChange;
  readonly signal: AbortSignal;
  /** Resolves when everything the journal knows by now is on screen, over these documents too once they are there. */
  shown(coming: ComingPage): Promise<void>;
}

/**
 * Asks the server for pages; takes an answer's decisions into the journal before its documents count (L3), and on screen
 * too: a collection's page would else show its half of an operation before the layer covers both, and a case without the note already saved.
 */
export function remotePages(options: PageSourceOptions): PageSource {
  const { transport, journal, line, epochs, signal, shown } = options;
  return {
    page: async (collection, epoch, from) => {
      const asked = from?.epoch ?? epoch ?? journal.epoch;
      const { deviceId } = journal;
      const answered = await transport.changes(
        collection,
        {
          epoch: asked,
          deviceId,
          firstOpen: journal.firstOpen,
          checkpoint: from,
          limit: pageSize,
        },
        signal,
      );
      line.note(answered);
      if (!answered.ok) return undefined;
      const { answer } = answered;
      if (answer.result === 'otherEpoch') {
        await epochs.note({ epoch: asked, deviceId }, answer);
        return undefined;
      }
      if (answer.result === 'otherScopes') return 'otherScopes';
      if ((await journal.receipts(answer.epoch, answer.decisions, deviceId)) === 'void') return undefined;
      await shown(answer);
      return { documents: answer.documents, checkpoint: answer.checkpoint, more: answer.more };
    },
    digest: async (collection, epoch: Epoch | null) => {
      const { deviceId } = journal;
      const answered = await transport.digest(collection, { epoch, deviceId }, signal);
      line.note(answered);
      if (!answered.ok) return undefined;
      const { answer } = answered;
      if (answer.result === 'digest') return answer;
      await epochs.note({ epoch, deviceId }, answer);
      return undefined;
    },
  };
}
