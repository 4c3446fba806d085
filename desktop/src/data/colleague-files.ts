import type { Host } from '../host/host.ts';
import type { OpenVault } from '../vault/open-vault.ts';
import { fromBase64 } from '../vault/sealed-bytes.ts';
import { BlobBox } from './blobs/blob-box.ts';
import { PieceUnreadable, type UploadLine, uploadFile } from './blobs/upload-file.ts';
import { readLeft } from './colleague-journals.ts';
import { webCipher } from './journal/cipher.ts';
import { systemEnvironment } from './system-environment.ts';

/**
 * Hands over the files a colleague added at this device and the server doesn't have yet (J7); she need not be there.
 * Nothing of them is shown. Goes after her journal: what names a file comes before its bytes where it can.
 * @returns how many files still wait; undefined: nobody knows, for she left no right to hand them over
 */
export async function handOverFilesFor(
  colleague: string,
  { host, vault }: { readonly host: Pick<Host, 'files' | 'blobs'>; readonly vault: OpenVault },
  lineFor: (credential: string) => UploadLine,
  signal: AbortSignal,
): Promise<number | undefined> {
  const left = await readLeft(host, vault, colleague);
  if (left === undefined) return undefined;
  // left by a program that didn't know of it: whether something waits nobody can see before she opens her desk again
  if (left.blobKeys === undefined) return undefined;
  const seal = {
    cipher: await webCipher(fromBase64(left.blobKeys.content)),
    nameKey: fromBase64(left.blobKeys.names),
  };
  const box = await BlobBox.open(host.blobs, seal, systemEnvironment.randomBytes);
  const waiting = box.entries.filter(({ isOnServer }) => !isOnServer);
  if (waiting.length === 0) return 0;
  const line = lineFor(left.credential);
  let handedOver = 0;
  for (const entry of waiting) {
    const uploaded = await uploadFile(entry, box, line, signal, () => undefined).catch((error: unknown) => {
      // she hears of it when she is back; the others must not wait for it
      if (error instanceof PieceUnreadable) return 'unreadable';
      throw error;
    });
    if (uploaded === 'unreadable') continue;
    // the line is down: later again, from there on
    if (uploaded !== 'whole') break;
    await box.writeEntry({ ...entry, isOnServer: true });
    handedOver += 1;
  }
  return waiting.length - handedOver;
}
