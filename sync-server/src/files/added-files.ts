import { createHash } from 'node:crypto';
import type { BlobHash } from '@amtsstube/shared/domain/blob';
import type { Attachment, Dossier } from '@amtsstube/shared/domain/case';
import { ref } from '@amtsstube/shared/domain/documents';
import { type CaseId, type MunicipalityId, type OpId, opId } from '@amtsstube/shared/domain/ids';
import type { Instant } from '@amtsstube/shared/domain/time';
import { attachFile } from '@amtsstube/shared/operations/case/attach-file';
import { recordScan } from '@amtsstube/shared/operations/case/record-scan';
import { pageSize, pages } from '../admin/verify-municipality.ts';
import { everyDossier } from '../blobs/every-dossier.ts';
import type { LogRow, Read, Store } from '../store/store.ts';
import type { Verdict } from './clamd.ts';

/** A file of a case that is to be looked through. */
export interface FileOfCase {
  readonly caseId: CaseId;
  readonly hash: BlobHash;
  /** When a clerk added it; undefined: it came with the application. */
  readonly addedAt?: Instant | undefined;
}

export function fileOfCase(caseId: CaseId, { hash, addedBy, addedAt }: Attachment): FileOfCase {
  return addedBy === null ? { caseId, hash } : { caseId, hash, addedAt };
}

/**
 * Of the operation that says what was found, or that nobody has looked yet: once each. What was taken away and is added
 * again is another file.
 */
export function scanIdOf({ caseId, hash, addedAt }: FileOfCase, says: 'verdict' | 'inCheck'): OpId {
  if (addedAt === undefined) return opId.parse(`scan.${caseId}.${hash.slice(0, 32)}`);
  const key = createHash('sha256').update([says, caseId, hash, addedAt].join(' ')).digest('hex');
  return opId.parse(`scan.${key.slice(0, 32)}`);
}

/** What the log says of a file that a clerk added: that nothing was found in it stands nowhere else. */
export async function recordedVerdict(read: Read, file: FileOfCase): Promise<Verdict | undefined> {
  const id = scanIdOf(file, 'verdict');
  if ((await read.logByOpId(id)) === undefined) return undefined;
  const recorded = recordScan.payload.safeParse(await read.payload(id)).data;
  return recorded?.verdict === 'inCheck' ? undefined : recorded?.verdict;
}

/** Everything of a municipality that nobody has looked through yet. Reads all dossiers. */
export async function filesToCheck(
  store: Pick<Store, 'snapshot'>,
  municipality: MunicipalityId,
): Promise<readonly FileOfCase[]> {
  const found: FileOfCase[] = [];
  for await (const { id, attachments = [] } of everyDossier(store, municipality))
    for (const attachment of attachments) {
      const file = fileOfCase(id, attachment);
      const isKnown = () => store.snapshot(municipality, (read) => read.logByOpId(scanIdOf(file, 'verdict')));
      const isToCheck =
        attachment.addedBy === null ? attachment.withheld === 'inCheck' : (await isKnown()) === undefined;
      if (isToCheck) found.push(file);
    }
  return found;
}

/** What clerks added after this decision. */
export async function addedSince(read: Read, seq: number): Promise<readonly FileOfCase[]> {
  const found: FileOfCase[] = [];
  const next = (last: LogRow | undefined) => read.logOfKind(attachFile.kind, last?.seq ?? seq, pageSize);
  for await (const { opId: id, result } of pages(next)) {
    if (result.decided !== 'accepted') continue;
    const payload = attachFile.payload.safeParse(await read.payload(id)).data;
    const stored = payload && (await read.document(ref('dossiers', payload.caseId)));
    const { attachments = [] } = (stored?.document ?? {}) as Partial<Dossier>;
    const attachment = attachments.find(({ hash }) => hash === payload?.hash);
    if (payload && attachment) found.push(fileOfCase(payload.caseId, attachment));
  }
  return found;
}
