import type { Dossier } from '@amtsstube/shared/domain/case';
import {
  type CollectionName,
  type DocumentOf,
  type Key,
  keyOf,
  type Ref,
  ref,
} from '@amtsstube/shared/domain/documents';
import type { AppointmentId, CaseId, OpId, TaskId } from '@amtsstube/shared/domain/ids';
import { eraseCase } from '@amtsstube/shared/operations/case/erase-case';
import type { PayloadOf } from '@amtsstube/shared/operations/registry';
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
  const kept: PayloadOf<'eraseCase'>['kept'] = [];
  // what is done with an appointment names the case only once, when it is made
  const appointments = new Set<string>();
  let replay = emptyReplay(await erasuresIn(read));
  const nextPage = (last: LogRow | undefined) => read.log(last?.seq ?? 0, pageSize);
  for await (const row of pages(nextPage)) {
    const payload = await read.payload(row.opId);
    const replayed = replayRow(replay, row, payload);
    if (!replayed.ok)
      throw new Error(`nothing is erased from a log that can't be replayed: ${replayed.difference}`);
    replay = replayed.replay;
    if (payload === undefined || row.kind === eraseCase.kind || !isAbout(row, payload, caseId, appointments))
      continue;
    erased.push(row.opId);
    for (const touched of row.touched) {
      beside.set(keyOf(touched), touched);
      if (touched.collection === 'appointments') appointments.add(touched.id);
    }
    const written = <C extends 'sequences' | 'leases'>(wanted: C) =>
      row.touched
        .filter(({ collection }) => collection === wanted)
        .map((touched) => replay.documents.get(keyOf(touched))?.document as DocumentOf<C>);
    const sequences = written('sequences');
    const leases = written('leases');
    if (sequences.length + leases.length === 0) continue;
    kept.push({ seq: row.seq, sequences, ...(leases.length > 0 && { leases }) });
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
    ...(appointments.size > 0 && { appointments: [...appointments] as AppointmentId[] }),
  };
}

function isAbout(row: LogRow, payload: unknown, caseId: CaseId, appointments: ReadonlySet<string>): boolean {
  return (
    row.touched.some(({ id }) => id === caseId || appointments.has(id)) ||
    JSON.stringify(payload).includes(JSON.stringify(caseId))
  );
}
