import { parseFileName } from './file-name.ts';
import { freeName } from './free-name.ts';
import type { BlobFiles, JournalFiles } from './host.ts';
import { HostFailure } from './host-failure.ts';
import type { KeyVault } from './key-vault.ts';
import { MemoryDisk } from './memory-disk.ts';
import { createHandedOut, type OpenHost } from './open-host.ts';
import { type FailureOf, openJournalFile } from './open-journal-file.ts';

/** A memory host, and a look at what it showed to the person. */
export interface MemoryHost extends OpenHost {
  readonly kind: 'memory';
  readonly notifications: readonly { title: string; body: string }[];
}

const failureOf: FailureOf = (error, doing) =>
  error instanceof HostFailure
    ? error
    : new HostFailure('io', `${doing}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });

/**
 * A host for tests and the simulation. A restart is a second host on the same disk, after `close` of the first or
 * `disk.crash()`; two hosts alive on one disk are two windows.
 */
export function createMemoryHost(disk: MemoryDisk = new MemoryDisk(), keyVault?: KeyVault): MemoryHost {
  const notifications: { title: string; body: string }[] = [];
  const handedOut = createHandedOut();
  const demandAlive = disk.process();

  const journals: JournalFiles = {
    async list() {
      demandAlive();
      return disk.journalNames();
    },
    async open(name) {
      demandAlive();
      const letGo = disk.hold(`journal ${parseFileName(name)}`);
      if (letGo === undefined) throw new HostFailure('locked', `journal ${name} is open elsewhere`);
      const raw = disk.openJournal(name);
      const close = async () => {
        letGo();
        await raw.close();
      };
      return openJournalFile(name, { ...raw, close }, failureOf);
    },
    async setAside(name, bytes) {
      demandAlive();
      const copy = bytes.slice();
      const used = freeName(parseFileName(name), disk.setAside);
      disk.demandRoom(copy.length);
      disk.setAside.set(used, copy);
      return used;
    },
    async remove(name) {
      demandAlive();
      if (disk.isHeld(`journal ${parseFileName(name)}`)) {
        throw new HostFailure('locked', `journal ${name} is open and can't be removed`);
      }
      disk.removeJournal(name);
    },
  };

  const filesIn = (files: Map<string, Uint8Array>): BlobFiles => ({
    async list() {
      demandAlive();
      return [...files.keys()].sort();
    },
    async read(name) {
      demandAlive();
      return files.get(parseFileName(name))?.slice();
    },
    async write(name, bytes) {
      demandAlive();
      parseFileName(name);
      disk.demandRoom(bytes.length - (files.get(name)?.length ?? 0));
      files.set(name, bytes.slice());
    },
    async remove(name) {
      demandAlive();
      files.delete(parseFileName(name));
    },
  });

  return {
    kind: 'memory',
    journals: handedOut.journals(journals),
    files: filesIn(disk.smallFiles),
    blobs: filesIn(disk.blobFiles),
    keyVault,
    notifications,
    persistence: async () => 'unneeded',
    storage: async () => ({ usedBytes: disk.usedBytes(), quotaBytes: disk.quotaBytes }),
    async claimOwnership(name) {
      const letGo = disk.hold(`owner ${parseFileName(name)}`);
      return handedOut.ownership(letGo === undefined ? undefined : { release: async () => letGo() });
    },
    notify: (title, body) => {
      notifications.push({ title, body });
    },
    close: handedOut.takeBack,
  };
}
