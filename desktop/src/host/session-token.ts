import type { SessionToken, SmallFiles } from './host.ts';

const tokenFile = 'session-token';

/**
 * The token as a small file. In the browser that is OPFS: unlike localStorage it isn't handed to whatever script
 * asks for all entries, it is written atomically, and it goes with the rest of the desk when that is erased.
 */
export function createSessionToken(files: SmallFiles): SessionToken {
  return {
    async get() {
      const bytes = await files.read(tokenFile);
      return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
    },
    set: (token) => files.write(tokenFile, new TextEncoder().encode(token)),
    clear: () => files.remove(tokenFile),
  };
}
