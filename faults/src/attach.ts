import type { OpenedDesk } from '@amtsstube/desktop/data/create-desk';
import { blobHash } from '@amtsstube/shared/domain/blob';
import type { CaseId } from '@amtsstube/shared/domain/ids';
import type { PayloadOf } from '@amtsstube/shared/operations/registry';

/** A file of so many bytes, made of its name: what it names is known without it. */
function fileNamed(name: string, bytes: number): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`%PDF-1.7\n${name}\n`.padEnd(bytes, name));
}

/** Adds a file to a case. @returns what the desk said, and with what payload it was saved */
export async function attach(
  desk: OpenedDesk,
  caseId: CaseId,
  name: string,
  size: number,
): Promise<{ readonly result: string; readonly opId?: string; readonly payload: PayloadOf<'attachFile'> }> {
  const bytes = fileNamed(name, size);
  const digest = new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', bytes));
  const hash = blobHash.parse(Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''));
  const payload = { caseId, hash, name, mediaType: 'application/pdf' as const, size: bytes.length };
  const added = await desk.files?.add(caseId, name, bytes);
  if (added === undefined || added.result === 'notAFile') return { result: 'notSaved', payload };
  return added.result === 'saved'
    ? { result: 'saved', opId: added.opId, payload }
    : { result: added.result, payload };
}
