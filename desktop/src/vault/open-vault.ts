import type { BlobSeal } from '../data/blobs/blob-seal.ts';
import { type Cipher, keyFileLength, webCipher } from '../data/journal/cipher.ts';
import type { SmallFiles } from '../host/host.ts';
import type { SignedInClerk } from './device-file.ts';
import { seal, unseal } from './sealed-bytes.ts';

/** What a clerk's key opens, in memory only and gone with the page. */
export interface OpenVault {
  readonly who: SignedInClerk;
  readonly email: string;
  readonly journal: Cipher;
  readonly cache: Cipher;
  /** For the clerk's files on this device. */
  readonly blobs: BlobSeal;
  /** 48 bytes each, to be sealed under the colleague key (J7). */
  readonly journalKeyFile: Uint8Array;
  readonly blobKeyFile: Uint8Array;
  /** Seals and opens what is put aside for a colleague to hand over. */
  readonly colleague: Cipher;
  /** Small things of this clerk: session token, drafts, choices. */
  readonly files: SmallFiles;
}

const idLength = 16;

/** One key for each use, so that none can stand in for another. @param vaultKey 48 bytes: id, key */
export async function subKey(vaultKey: Uint8Array, use: string): Promise<Uint8Array> {
  const bits = await globalThis.crypto.subtle.deriveBits(
    {
      name: 'HKDF',
      hash: 'SHA-256',
      salt: new Uint8Array(),
      info: new TextEncoder().encode(`amtsstube/${use}`),
    },
    await globalThis.crypto.subtle.importKey('raw', new Uint8Array(vaultKey.slice(idLength)), 'HKDF', false, [
      'deriveBits',
    ]),
    256,
  );
  return keyFile(vaultKey.slice(0, idLength), new Uint8Array(bits));
}

/** @param id 16 bytes, empty: zeros @param key 32 bytes */
export function keyFile(id: Uint8Array, key: Uint8Array): Uint8Array {
  const file = new Uint8Array(keyFileLength);
  file.set(id);
  file.set(key, idLength);
  return file;
}

export async function openVault(
  who: SignedInClerk,
  email: string,
  vaultKey: Uint8Array,
  colleagueKey: Uint8Array,
  files: SmallFiles,
  randomBytes: (length: number) => Uint8Array,
): Promise<OpenVault> {
  const journalKeyFile = await subKey(vaultKey, 'journal');
  const blobKeyFile = await subKey(vaultKey, 'blobs');
  return {
    who,
    email,
    journalKeyFile,
    blobKeyFile,
    journal: await webCipher(journalKeyFile),
    cache: await webCipher(await subKey(vaultKey, 'cache')),
    blobs: {
      cipher: await webCipher(blobKeyFile),
      nameKey: (await subKey(vaultKey, 'blob-names')).slice(idLength),
    },
    colleague: await webCipher(keyFile(new Uint8Array(idLength), colleagueKey)),
    files: sealedFiles(files, await webCipher(await subKey(vaultKey, 'files')), who.clerk.id, randomBytes),
  };
}

/** The host's files under this clerk's key; names carry hers, content is sealed and bound to the name. */
function sealedFiles(
  files: SmallFiles,
  cipher: Cipher,
  clerkId: string,
  randomBytes: (length: number) => Uint8Array,
): SmallFiles {
  const nameOf = (name: string) => `${name}.${clerkId.toLowerCase()}`;
  return {
    async read(name) {
      const bytes = await files.read(nameOf(name));
      // what another key sealed is as good as absent: all of it can be had again
      return bytes && unseal(cipher, nameOf(name), bytes);
    },
    write: async (name, bytes) =>
      files.write(nameOf(name), await seal(cipher, randomBytes(12), nameOf(name), bytes)),
    remove: (name) => files.remove(nameOf(name)),
  };
}
