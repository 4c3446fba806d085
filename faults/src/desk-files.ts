import { createHash } from 'node:crypto';
import { BlobBox } from '@amtsstube/desktop/data/blobs/blob-box';
import type { DeskParts, OpenedDesk } from '@amtsstube/desktop/data/create-desk';
import { webCipher } from '@amtsstube/desktop/data/journal/cipher';
import { httpBlobLine } from '@amtsstube/desktop/data/sync/http-blob-line';
import type { HttpTransportOptions } from '@amtsstube/desktop/data/sync/http-transport';
import { systemEnvironment } from '@amtsstube/desktop/data/system-environment';
import { type Host, HostFailure } from '@amtsstube/desktop/host/host';
import { blobHash } from '@amtsstube/shared/domain/blob';
import type { CaseId } from '@amtsstube/shared/domain/ids';
import type { PayloadOf } from '@amtsstube/shared/operations/registry';
import type { DeskSetup } from './desk-messages.ts';

/** Where this desk's files lie, and their line; as in the app, a disk that can't be read keeps nobody from working. */
export async function openFilesOf(
  setup: DeskSetup,
  host: Host,
  options: HttpTransportOptions,
): Promise<DeskParts['blobs']> {
  const key = Buffer.from(setup.keyFile, 'hex');
  const seal = { cipher: await webCipher(key), nameKey: key.subarray(0, 32) };
  const box = await BlobBox.open(host.blobs, seal, systemEnvironment.randomBytes).catch((error: unknown) => {
    if (!(error instanceof HostFailure)) throw error;
    return undefined;
  });
  return box && { box, blobLine: httpBlobLine(options) };
}

/** A file of so many bytes, made of its name: what it names is known without it. */
function fileNamed(name: string, bytes: number): Uint8Array {
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
  const hash = blobHash.parse(createHash('sha256').update(bytes).digest('hex'));
  const payload = { caseId, hash, name, mediaType: 'application/pdf' as const, size: bytes.length };
  const added = await desk.files?.add(caseId, name, bytes);
  if (added === undefined || added.result === 'notAFile') return { result: 'notSaved', payload };
  return added.result === 'saved'
    ? { result: 'saved', opId: added.opId, payload }
    : { result: added.result, payload };
}
