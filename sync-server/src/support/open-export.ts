import { createDecipheriv, createPublicKey, diffieHellman, hkdfSync } from 'node:crypto';
import {
  type JournalExport,
  journalExport,
  sealedJournal,
  sealedJournalPurpose,
} from '@amtsstube/shared/replication/journal-export';
import type { SupportKeyPair } from './support-key-file.ts';

const tagLength = 16;

export type OpenedExport =
  | { readonly ok: true; readonly content: JournalExport }
  /** `otherKey`: of another server, or changed on the way. `newer`: of a program this one doesn't know. */
  | { readonly ok: false; readonly because: 'noExport' | 'otherKey' | 'newer' };

/** Opens the export of a journal that was sealed to this server's key. */
export function openExport(file: string, { privateKey }: Pick<SupportKeyPair, 'privateKey'>): OpenedExport {
  const parsed = sealedJournal.safeParse(jsonIn(file));
  if (!parsed.success) return { ok: false, because: 'noExport' };
  const { ephemeralKey, nonce, sealed } = parsed.data;
  const plain = unsealed(
    privateKey,
    Buffer.from(ephemeralKey, 'base64'),
    Buffer.from(nonce, 'base64'),
    Buffer.from(sealed, 'base64'),
  );
  if (plain === undefined) return { ok: false, because: 'otherKey' };
  const content = journalExport.safeParse(jsonIn(plain));
  return content.success ? { ok: true, content: content.data } : { ok: false, because: 'newer' };
}

function unsealed(
  privateKey: SupportKeyPair['privateKey'],
  ephemeral: Buffer,
  nonce: Buffer,
  sealed: Buffer,
): string | undefined {
  try {
    const publicKey = createPublicKey({ key: ephemeral, format: 'der', type: 'spki' });
    const secret = diffieHellman({ privateKey, publicKey });
    const key = Buffer.from(hkdfSync('sha256', secret, ephemeral, sealedJournalPurpose, 32));
    const decipher = createDecipheriv('aes-256-gcm', key, nonce);
    decipher.setAuthTag(sealed.subarray(-tagLength));
    return Buffer.concat([decipher.update(sealed.subarray(0, -tagLength)), decipher.final()]).toString(
      'utf8',
    );
  } catch {
    return undefined;
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
