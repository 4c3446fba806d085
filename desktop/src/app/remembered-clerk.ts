import { type SignedInClerk, signedInClerk } from '../data/sign-in-client.ts';
import type { SmallFiles } from '../host/host.ts';

const fileName = 'signed-in-clerk.json';

/**
 * Who signed in last, so that the desk opens without a server (step 1: without a password; the key in step 2).
 * undefined: nobody, or a file that an older version wrote and this one can't read, which only costs a sign-in.
 */
export async function readRememberedClerk(files: SmallFiles): Promise<SignedInClerk | undefined> {
  const bytes = await files.read(fileName);
  return bytes === undefined ? undefined : signedInClerk.safeParse(parseJson(bytes)).data;
}

export async function rememberClerk(files: SmallFiles, who: SignedInClerk): Promise<void> {
  await files.write(fileName, new TextEncoder().encode(JSON.stringify(who)));
}

export async function forgetClerk(files: SmallFiles): Promise<void> {
  await files.remove(fileName);
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
