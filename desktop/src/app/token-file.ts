import type { SmallFiles } from '../host/host.ts';

const name = 'session-token';

/** The bearer token of the signed-in clerk, among her sealed files. */
export interface TokenFile {
  get(): Promise<string | undefined>;
  set(token: string): Promise<void>;
  clear(): Promise<void>;
}

export function createTokenFile(files: SmallFiles): TokenFile {
  return {
    async get() {
      const bytes = await files.read(name);
      return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
    },
    set: (token) => files.write(name, new TextEncoder().encode(token)),
    clear: () => files.remove(name),
  };
}
