import type { Host, JournalFile, JournalFiles, Ownership } from './host.ts';

/** A host as the composition root gets it, which also gives it back. */
export interface OpenHost extends Host {
  /**
   * Lets go of all journals and ownerships, as the end of the window does. Electron's main process outlives its
   * window, which reloads when clerks change (J7): without this the journal would stay locked.
   */
  close(): Promise<void>;
}

/** Keeps account of what a host has handed out. */
export interface HandedOut {
  journals(journals: JournalFiles): JournalFiles;
  ownership(ownership: Ownership | undefined): Ownership | undefined;
  takeBack(): Promise<void>;
}

export function createHandedOut(): HandedOut {
  const opened = new Set<JournalFile>();
  const owned = new Set<Ownership>();
  return {
    journals: (journals) => ({
      ...journals,
      async open(name) {
        const file = await journals.open(name);
        opened.add(file);
        return file;
      },
    }),
    ownership(ownership) {
      if (ownership !== undefined) owned.add(ownership);
      return ownership;
    },
    async takeBack() {
      // all, even when one can't be closed: what stays open stays locked
      const closed = [...opened].map((file) => file.close());
      const released = [...owned].map((ownership) => ownership.release());
      opened.clear();
      owned.clear();
      const outcomes = await Promise.allSettled([...closed, ...released]);
      for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
    },
  };
}
