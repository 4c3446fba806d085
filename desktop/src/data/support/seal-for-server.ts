import {
  type JournalExport,
  type SealedJournal,
  sealedJournalPurpose,
} from '@amtsstube/shared/replication/journal-export';
import { fromBase64, toBase64 } from '../../vault/sealed-bytes.ts';

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const;

/** Seals a journal so that only the server that gave out `publicKey` (SPKI, base64) can read it. */
export async function sealForServer(content: JournalExport, publicKey: string): Promise<Uint8Array> {
  const { subtle } = globalThis.crypto;
  const server = await subtle.importKey(
    'spki',
    fromBase64(publicKey) as Uint8Array<ArrayBuffer>,
    curve,
    false,
    [],
  );
  const pair = await subtle.generateKey(curve, false, ['deriveBits']);
  const ephemeral = new Uint8Array(await subtle.exportKey('spki', pair.publicKey));
  const secret = await subtle.deriveBits({ name: 'ECDH', public: server }, pair.privateKey, 256);
  const key = await subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: ephemeral, info: new TextEncoder().encode(sealedJournalPurpose) },
    await subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']),
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt'],
  );
  const nonce = globalThis.crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(content));
  const sealed = new Uint8Array(await subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, plain));
  const file: SealedJournal = {
    format: 'amtsstube-journal',
    v: 1,
    ephemeralKey: toBase64(ephemeral),
    nonce: toBase64(nonce),
    sealed: toBase64(sealed),
  };
  return new TextEncoder().encode(`${JSON.stringify(file)}\n`);
}
