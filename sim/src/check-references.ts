import type { Case, Dossier } from '@amtsstube/shared/domain/case';
import { fileReferenceOf, isNumberLease, type Lease, unspent } from '@amtsstube/shared/domain/lease';
import type { Sequence } from '@amtsstube/shared/domain/server-only';
import type { Service } from '@amtsstube/shared/domain/settings';
import { enterCase } from '@amtsstube/shared/operations/case/enter-case';
import { eraseCase } from '@amtsstube/shared/operations/case/erase-case';
import { isWithin, sequenceIdOf } from '@amtsstube/shared/operations/case/file-reference';
import type { LogRow, Read } from '@amtsstube/sync-server/store/store';
import { Red } from './red.ts';

const everything = 1_000_000;

/** (k) No two cases ever share a file reference, and what a desk gave stands, or the history says what it is instead. */
export async function checkReferences(read: Read, log: readonly LogRow[]): Promise<void> {
  const cases = new Map<string, Case>();
  const byReference = new Map<string, string>();
  for (const { document } of await read.allDocuments('cases', '', everything)) {
    if (document === null) continue;
    const { id, fileReference } = document as Case;
    cases.set(id, document as Case);
    if (fileReference === '') throw new Red(`(k) ${id} has no file reference`);
    const other = byReference.get(fileReference);
    if (other !== undefined) throw new Red(`(k) ${fileReference} was given to ${other} and to ${id}`);
    byReference.set(fileReference, id);
  }
  for (const { opId, kind, result } of log) {
    if (kind !== enterCase.kind || result.decided !== 'accepted') continue;
    const { data } = enterCase.payload.safeParse(await read.payload(opId));
    const there = data && cases.get(data.caseId);
    // erased since, or without a number
    if (!there || data.leased === null) continue;
    const told = fileReferenceOf('HST', data.leased.year, data.leased.number);
    const dossier = (await read.document({ collection: 'dossiers', id: there.id }))?.document as Dossier;
    const event = dossier.events.find((each) => each.kind === 'entered');
    const isSaid =
      event?.kind === 'entered' &&
      event.renumbered?.from === told &&
      event.renumbered.to === there.fileReference;
    if (there.fileReference !== told && !isSaid)
      throw new Red(`(k) ${there.id} was given ${told}, and became ${there.fileReference} unsaid`);
  }
  await checkGaps(read, log, new Set(byReference.keys()));
}

/** A number below the last one that no case has: somebody holds it, a restore jumped over it, or its case was erased. */
async function checkGaps(read: Read, log: readonly LogRow[], given: ReadonlySet<string>): Promise<void> {
  const erased = log.filter(
    ({ kind, result }) => kind === eraseCase.kind && result.decided === 'accepted',
  ).length;
  const held = new Set<string>();
  for (const { document } of await read.allDocuments('leases', '', everything))
    for (const block of numberBlocksOf(document as Lease | null))
      for (const number of unspent(block)) held.add(fileReferenceOf(block.prefix, block.year, number));
  for (const { document } of await read.allDocuments('settings', '', everything)) {
    if (document === null || !('kind' in document) || document.kind !== 'service') continue;
    const service: Service = document;
    const id = sequenceIdOf(service.id);
    const sequence = (await read.document({ collection: 'sequences', id }))?.document as Sequence | undefined;
    if (!sequence) continue;
    const unexplained: string[] = [];
    for (const { year, last } of [sequence, ...(sequence.next ? [sequence.next] : [])])
      for (let number = 1; number <= last; number += 1) {
        const isSkipped = sequence.skipped?.some((each) => each.year === year && isWithin(each, number));
        const reference = fileReferenceOf(service.referencePrefix, year, number);
        if (!given.has(reference) && !held.has(reference) && !isSkipped) unexplained.push(reference);
      }
    if (unexplained.length > erased)
      throw new Red(`(k) nobody has or holds ${unexplained.join(', ')}; ${erased} cases were erased`);
  }
}

function numberBlocksOf(lease: Lease | null) {
  return lease && isNumberLease(lease) ? lease.blocks : [];
}
