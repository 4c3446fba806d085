import type { Case } from '@amtsstube/shared/domain/case';
import { type MunicipalityId, opId } from '@amtsstube/shared/domain/ids';
import { type Instant, instantOf, millisecondsOf } from '@amtsstube/shared/domain/time';
import { canBeShelved, shelveCase } from '@amtsstube/shared/operations/case/shelve-case';
import { pageSize, pages } from '../admin/verify-municipality.ts';
import type { CoreContext } from '../core-context.ts';
import { executeServerOperation } from '../execute/execute.ts';
import { type Logger, stackOf } from '../logging.ts';
import { hashOf } from '../sign-in/secret.ts';
import type { StoredDocument } from '../store/store.ts';

const day = 24 * 60 * 60 * 1000;
/** Of one run and municipality: what is left over waits for the next, and nobody for this one. */
const mostAtOnce = 5000;

type Core = Pick<CoreContext, 'store' | 'now' | 'committed' | 'ruleFailed'>;

interface Sources {
  readonly core: Core;
  readonly log: Pick<Logger, 'error'>;
  /** The server is to stop: what is left over waits. Absent: it goes on to the end. */
  readonly stopped?: AbortSignal | undefined;
}

/**
 * Lays aside, in all municipalities, the dossiers of cases that were closed and have been quiet for so many days
 * (`shelveCase`): desks then hold what is worked on, and not all that ever was.
 */
export async function shelveOldCases({ core, log, stopped }: Sources, quietDays: number): Promise<void> {
  const quietSince = instantOf(millisecondsOf(core.now()) - quietDays * day);
  for (const municipality of await core.store.municipalities())
    await shelveIn(core, municipality, quietSince, stopped).catch((error: unknown) =>
      log.error({ shelving: 'old cases are not laid aside', municipality, stack: stackOf(error) }),
    );
}

async function shelveIn(
  core: Core,
  municipality: MunicipalityId,
  quietSince: Instant,
  stopped: AbortSignal | undefined,
): Promise<void> {
  let count = 0;
  for await (const caseRecord of oldCases(core, municipality, quietSince)) {
    if (count >= mostAtOnce || stopped?.aborted) return;
    count += 1;
    await executeServerOperation(core, municipality, shelving(caseRecord, quietSince), { kind: 'system' });
  }
}

async function* oldCases(
  core: Core,
  municipality: MunicipalityId,
  quietSince: Instant,
): AsyncGenerator<Case> {
  const next = (last: StoredDocument | undefined) =>
    core.store.snapshot(municipality, (read) => read.allDocuments('cases', last?.id ?? '', pageSize));
  for await (const { document } of pages(next)) {
    const caseRecord = document as Case | null;
    if (caseRecord !== null && canBeShelved(caseRecord, quietSince)) yield caseRecord;
  }
}

/** Once for each time it falls quiet: something that happens to it in between has another number. */
function shelving({ id, eventCount }: Case, quietSince: Instant) {
  return {
    opId: opId.parse(`shelve.${hashOf(`${id} ${eventCount}`)}`),
    deviceId: null,
    kind: shelveCase.kind,
    v: shelveCase.v,
    payload: { caseId: id, quietSince },
    at: quietSince,
  };
}
