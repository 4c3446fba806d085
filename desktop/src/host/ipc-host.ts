import { parseFileName } from './file-name.ts';
import type { BlobFiles, JournalFile, JournalFiles, KeyVault, SmallFiles } from './host.ts';
import { createIpcClient, type IpcClient } from './ipc-client.ts';
import type { IpcPort } from './ipc-port.ts';
import type { OpenHost } from './open-host.ts';

export interface IpcHost extends OpenHost {
  readonly kind: 'electron';
}

/** The shell in Electron's window: everything is done by the main process, `serveHost` on the other end of the port. */
export async function createIpcHost(port: IpcPort): Promise<IpcHost> {
  const client = createIpcClient(port);
  const { call } = client;
  const { hasKeyVault } = await call({ kind: 'start' });
  let closed: Promise<void> | undefined;
  return {
    kind: 'electron',
    journals: journalFiles(client),
    files: smallFiles(client),
    blobs: blobFiles(client),
    keyVault: hasKeyVault ? keyVault(client) : undefined,
    persistence: () => call({ kind: 'persistence' }),
    storage: () => call({ kind: 'storage' }),
    async claimOwnership(name) {
      const handle = await call({ kind: 'claimOwnership', name: parseFileName(name) });
      if (handle === undefined) return undefined;
      return { release: () => call({ kind: 'releaseOwnership', handle }) };
    },
    notify(title, body) {
      // never a failure: see Host
      call({ kind: 'notify', title: title.slice(0, 200), body: body.slice(0, 2_000) }).catch(() => undefined);
    },
    close() {
      closed ??= call({ kind: 'stop' }).finally(() => client.end('the host was closed'));
      return closed;
    },
  };
}

function keyVault({ call }: IpcClient): KeyVault {
  return {
    wrap: (bytes) => call({ kind: 'wrapKey', bytes: bytes.slice() }),
    unwrap: (wrapped) => call({ kind: 'unwrapKey', bytes: wrapped.slice() }),
  };
}

/** Each append sends a copy: a view would drag the whole buffer under it along. */
function journalFiles({ call }: IpcClient): JournalFiles {
  return {
    list: () => call({ kind: 'listJournals' }),
    async open(name): Promise<JournalFile> {
      const handle = await call({ kind: 'openJournal', name: parseFileName(name) });
      return {
        read: () => call({ kind: 'readJournal', handle }),
        append: (bytes) => call({ kind: 'appendJournal', handle, bytes: bytes.slice() }),
        truncate: (length) => call({ kind: 'truncateJournal', handle, length }),
        close: () => call({ kind: 'closeJournal', handle }),
      };
    },
    setAside: async (name, bytes) =>
      call({ kind: 'setAside', name: parseFileName(name), bytes: bytes.slice() }),
    remove: async (name) => call({ kind: 'removeJournal', name: parseFileName(name) }),
  };
}

function smallFiles({ call }: IpcClient): SmallFiles {
  return {
    read: async (name) => call({ kind: 'readFile', name: parseFileName(name) }),
    write: async (name, bytes) =>
      call({ kind: 'writeFile', name: parseFileName(name), bytes: bytes.slice() }),
    remove: async (name) => call({ kind: 'removeFile', name: parseFileName(name) }),
  };
}

function blobFiles({ call }: IpcClient): BlobFiles {
  return {
    list: () => call({ kind: 'listBlobs' }),
    read: async (name) => call({ kind: 'readBlob', name: parseFileName(name) }),
    write: async (name, bytes) =>
      call({ kind: 'writeBlob', name: parseFileName(name), bytes: bytes.slice() }),
    remove: async (name) => call({ kind: 'removeBlob', name: parseFileName(name) }),
  };
}
