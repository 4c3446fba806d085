import { BlobBox } from '@amtsstube/desktop/data/blobs/blob-box';
import type { DeskParts } from '@amtsstube/desktop/data/create-desk';
import { webCipher } from '@amtsstube/desktop/data/journal/cipher';
import { httpBlobLine } from '@amtsstube/desktop/data/sync/http-blob-line';
import type { HttpTransportOptions } from '@amtsstube/desktop/data/sync/http-transport';
import { systemEnvironment } from '@amtsstube/desktop/data/system-environment';
import { type Host, HostFailure } from '@amtsstube/desktop/host/host';
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
