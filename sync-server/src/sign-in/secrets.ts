import { randomBytes } from 'node:crypto';
import { chmod, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from '@amtsstube/shared/domain/zod';

const secrets = z.strictObject({
  /** Signs sessions. */
  session: z.string().min(32),
  /** Seals the tickets of citizens' forms and receipts (AES-256 key, base64). */
  tickets: z.base64().length(44),
});
export type Secrets = z.infer<typeof secrets>;

/**
 * The server's secrets, made at the first start and kept in the data directory for its owner only. Lost, they
 * cost nothing but the open sessions and forms.
 */
export async function loadSecrets(directory: string, session: string | undefined): Promise<Secrets> {
  const file = join(directory, 'secrets.json');
  const kept = (await readIfThere(file)) ?? (await makeSecrets(file));
  return session === undefined ? kept : { ...kept, session };
}

async function readIfThere(file: string): Promise<Secrets | undefined> {
  try {
    return secrets.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new Error('secrets.json in the data directory cannot be read.', { cause: error });
  }
}

async function makeSecrets(file: string): Promise<Secrets> {
  const made: Secrets = {
    session: randomBytes(32).toString('base64'),
    tickets: randomBytes(32).toString('base64'),
  };
  // wx: two first starts at once must not overwrite each other's
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(JSON.stringify(made));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await chmod(file, 0o600);
  return made;
}
