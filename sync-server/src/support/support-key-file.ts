import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from '@amtsstube/shared/domain/zod';
import { replaceFile, syncDirectory } from '../durable-files.ts';
import { CannotStart } from '../start-server-listening.ts';

export const supportKeyFile = 'support-key.json';

const kept = z.strictObject({ privateKey: z.base64() });

export interface SupportKeyPair {
  readonly privateKey: KeyObject;
  /** SPKI, base64: what desks seal exports of their journals to. */
  readonly publicKey: string;
}

/**
 * The key pair for exports of journals, made at the first start and kept for its owner only. It is in every backup:
 * without it nobody reads an export any more.
 * @throws CannotStart
 */
export async function loadSupportKey(directory: string): Promise<SupportKeyPair> {
  const file = join(directory, supportKeyFile);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new CannotStart(`The key for exports ${file} can't be read (${error.code}).`);
  });
  if (text === undefined) return makeKey(directory, file);
  try {
    const { privateKey } = kept.parse(JSON.parse(text));
    return pairOf(createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' }));
  } catch {
    throw new CannotStart(`The key for exports ${file} is damaged. Take it from a backup, or remove it.`);
  }
}

/** The directory's lock keeps other servers out. */
async function makeKey(directory: string, file: string): Promise<SupportKeyPair> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const content: z.infer<typeof kept> = {
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
  };
  await replaceFile(file, JSON.stringify(content));
  await syncDirectory(directory);
  return pairOf(privateKey);
}

function pairOf(privateKey: KeyObject): SupportKeyPair {
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).toString('base64');
  return { privateKey, publicKey };
}
