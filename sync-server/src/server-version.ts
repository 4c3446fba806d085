import { readFileSync } from 'node:fs';
import { z } from '@amtsstube/shared/domain/zod';
import { serverVersion as serverVersionSchema } from '@amtsstube/shared/operations/refusal';

/** As package.json says: raised with each release, so that desks notice that the server is another one. */
export const serverVersion = z
  .object({ version: serverVersionSchema })
  .parse(JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))).version;
