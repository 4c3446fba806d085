import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from '@amtsstube/shared/domain/zod';
import { replaceFile } from '../durable-files.ts';
import { CannotStart } from '../start-server-listening.ts';

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
    const text = await readFile(file, 'utf8');
    // left by a crash of a former version, which didn't write beside; nothing was ever signed with it
    if (text === '') return undefined;
    return secrets.parse(JSON.parse(text));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new CannotStart(`The server's secrets ${file} can't be read. Without the file it makes new ones.`);
  }
}

/** Written beside and renamed, so that a crash leaves no half of it. The directory's lock keeps other servers out. */
async function makeSecrets(file: string): Promise<Secrets> {
  const made: Secrets = {
    session: randomBytes(32).toString('base64'),
    tickets: randomBytes(32).toString('base64'),
  };
  await replaceFile(file, JSON.stringify(made));
  return made;
}
