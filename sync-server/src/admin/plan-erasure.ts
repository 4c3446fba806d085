import type { Dossier } from '@amtsstube/shared/domain/case';
import { type CollectionName, type Key, keyOf, type Ref, ref } from '@amtsstube/shared/domain/documents';
import type { CaseId, OpId, TaskId } from '@amtsstube/shared/domain/ids';
import type { Sequence } from '@amtsstube/shared/domain/server-only';
import { eraseCase } from '@amtsstube/shared/operations/case/erase-case';
import type { PayloadOf } from '@amtsstube/shared/operations/registry';
import { isPersonal } from '@amtsstube/shared/replication/collections';
import type { LogRow, Read } from '../store/store.ts';
import { emptyReplay, replayRow } from './verify-log.ts';
import { erasuresIn, pageSize, pages } from './verify-municipality.ts';

/**
 * What erasing a case takes with it: every operation that wrote to it or names it, refused ones too. Replays the
 * log, to keep what those operations wrote that is not about a person. undefined: there is no such case.
 */
export async function planErasure(read: Read, caseId: CaseId): Promise<PayloadOf<'eraseCase'> | undefined> {
  const dossier = (await read.document(ref('dossiers', caseId)))?.document as Dossier | null | undefined;
  if (!(await read.document(ref('cases', caseId)))?.document) return undefined;
  const erased: OpId[] = [];
  const beside = new Map<Key, Ref>();
  const kept: { seq: number; sequences: Sequence[] }[] = [];
  let replay = emptyReplay(await erasuresIn(read));
  const nextPage = (last: LogRow | undefined) => read.log(last?.seq ?? 0, pageSize);
  for await (const row of pages(nextPage)) {
    const payload = await read.payload(row.opId);
    const replayed = replayRow(replay, row, payload);
    if (!replayed.ok)
      throw new Error(`nothing is erased from a log that can't be replayed: ${replayed.difference}`);
    replay = replayed.replay;
    if (payload === undefined || row.kind === eraseCase.kind || !isAbout(row, payload, caseId)) continue;
    erased.push(row.opId);
    for (const touched of row.touched) beside.set(keyOf(touched), touched);
    const sequences = row.touched
      .filter(({ collection }) => !isPersonal(collection))
      .map((touched) => replay.documents.get(keyOf(touched))?.document as Sequence);
    if (sequences.length > 0) kept.push({ seq: row.seq, sequences });
  }
  const idsIn = (collection: CollectionName) =>
    [...beside.values()].filter((each) => each.collection === collection).map(({ id }) => id);
  return {
    caseId,
    trackingCode: dossier?.trackingCode ?? null,
    erased,
    kept,
    related: idsIn('annexes').filter((id): id is CaseId => id !== caseId),
    tasks: idsIn('tasks') as TaskId[],
    views: idsIn('views'),
  };
}

function isAbout(row: LogRow, payload: unknown, caseId: CaseId): boolean {
  return (
    row.touched.some(({ id }) => id === caseId) || JSON.stringify(payload).includes(JSON.stringify(caseId))
  );
}
