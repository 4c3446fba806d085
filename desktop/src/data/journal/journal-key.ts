import type { ClerkId } from '@amtsstube/shared/domain/ids';
import type { SmallFiles } from '../../host/host.ts';
import type { Environment } from '../environment.ts';
import { type Cipher, keyFileLength, webCipher } from './cipher.ts';

/**
 * The journal's key, made at first use. It lies in a file beside the journal, which protects nothing yet: the
 * clerk's password wraps it with the next step. The journal's format stays the same then.
 */
export async function journalCipher(
  files: SmallFiles,
  environment: Pick<Environment, 'randomBytes'>,
  clerkId: ClerkId,
): Promise<Cipher> {
  const name = `journal-key.${clerkId.toLowerCase()}`;
  const known = await files.read(name);
  if (known !== undefined) return webCipher(known);
  const fresh = environment.randomBytes(keyFileLength);
  await files.write(name, fresh);
  return webCipher(fresh);
}
