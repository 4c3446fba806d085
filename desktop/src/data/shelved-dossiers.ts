import type { CaseId } from '@amtsstube/shared/domain/ids';
import type { DossierAnswer } from '@amtsstube/shared/replication/messages';
import type { Overlay } from './overlay.ts';
import type { Answered, TransportFailure } from './sync/transport.ts';

export type FetchDossier = (caseId: CaseId, signal: AbortSignal) => Promise<Answered<DossierAnswer>>;

/** `gone`: the server has none that this clerk may see. `failed`: it was reached, and gave nothing that can be shown. */
export type Fetched = 'shown' | 'noLine' | 'gone' | 'failed';

/**
 * Fetches dossiers that rest on the server (`shelveCase`), each when somebody opens its case, once however many ask. The
 * answer is lent to the overlay, so that it is shown, and worked on, like any other.
 */
export function shelvedDossiers(
  fetch: FetchDossier | undefined,
  overlay: Pick<Overlay, 'lend'>,
  signal: AbortSignal,
): (caseId: CaseId) => Promise<Fetched> {
  const running = new Map<CaseId, Promise<Fetched>>();

  async function fetchOne(caseId: CaseId): Promise<Fetched> {
    const answered = fetch && (await fetch(caseId, signal));
    if (!answered?.ok) return answered === undefined ? 'noLine' : toldOf(answered.failure);
    const { epoch, dossier } = answered.answer;
    if (dossier.id !== caseId) return 'failed';
    // of a server that was restored meanwhile: the copy comes first
    return (await overlay.lend({ epoch, documents: [dossier] })) ? 'shown' : 'noLine';
  }

  return (caseId) => {
    const fetching = running.get(caseId) ?? fetchOne(caseId).finally(() => running.delete(caseId));
    running.set(caseId, fetching);
    return fetching;
  };
}

function toldOf(failure: TransportFailure): Fetched {
  if (failure === 'refusedRequest') return 'gone';
  return failure === 'badAnswer' || failure === 'unavailable' ? 'failed' : 'noLine';
}
