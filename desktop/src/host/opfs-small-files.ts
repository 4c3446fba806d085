import { parseFileName } from './file-name.ts';
import type { BlobFiles } from './host.ts';
import { HostFailure } from './host-failure.ts';
import { findFile, opfsFailure, readAll, removeFile, withSyncAccess, writeFully } from './opfs-access.ts';
import { decodeSlot, encodeSlot, type Slot } from './opfs-slot.ts';
import { createQueue } from './queue.ts';

type Side = 0 | 1;
/** What stands in one of the two places of a file. `torn`: something, but no whole slot. */
type Found = Slot | 'absent' | 'torn';

/**
 * Small files in OPFS; runs in the worker. `move` isn't everywhere, so a file is two slots written by turns: the newer
 * valid one counts, and a kill in the middle of a write tears only the older.
 */
export function createOpfsSmallFiles(directory: FileSystemDirectoryHandle): BlobFiles {
  const inOrder = createQueue();
  const slotName = (name: string, side: Side) => `${name}.${side}`;

  async function find(name: string, side: Side): Promise<Found> {
    const file = await findFile(directory, slotName(name, side));
    if (file === undefined) return 'absent';
    return decodeSlot(await withSyncAccess(file, readAll)) ?? 'torn';
  }

  async function newest(name: string): Promise<{ slot: Slot; side: Side } | 'absent' | 'damaged'> {
    const [first, second] = [await find(name, 0), await find(name, 1)];
    if (isSlot(first) && (!isSlot(second) || first.generation > second.generation))
      return { slot: first, side: 0 };
    if (isSlot(second)) return { slot: second, side: 1 };
    // a first write that was killed leaves one torn slot; a second one is begun only when the first was whole
    return first === 'torn' && second === 'torn' ? 'damaged' : 'absent';
  }

  async function guarded<T>(name: string, doing: string, task: () => Promise<T>): Promise<T> {
    parseFileName(name);
    return inOrder(async () => {
      try {
        return await task();
      } catch (error) {
        throw opfsFailure(error, `${doing} file ${name}`);
      }
    });
  }

  return {
    list: () =>
      inOrder(async () => {
        try {
          const names = new Set<string>();
          for await (const slot of directory.keys()) names.add(slot.replace(/\.[01]$/, ''));
          return [...names].sort();
        } catch (error) {
          throw opfsFailure(error, 'listing files');
        }
      }),

    read: (name) =>
      guarded(name, 'reading', async () => {
        const current = await newest(name);
        if (current === 'damaged') throw new HostFailure('io', `file ${name} is damaged in both slots`);
        return current === 'absent' ? undefined : current.slot.content;
      }),

    write: (name, content) =>
      guarded(name, 'writing', async () => {
        const current = await newest(name);
        const older = typeof current === 'object' && current.side === 0 ? 1 : 0;
        const generation = typeof current === 'object' ? current.slot.generation + 1 : 1;
        const bytes = encodeSlot({ generation, content });
        const file = await directory.getFileHandle(slotName(name, older), { create: true });
        await withSyncAccess(file, (access) => {
          writeFully(access, bytes, 0);
          access.truncate(bytes.length);
          access.flush();
        });
      }),

    remove: (name) =>
      guarded(name, 'removing', async () => {
        const current = await newest(name);
        const older = typeof current === 'object' && current.side === 0 ? 1 : 0;
        // the older first: a kill between the two must not bring it back
        await removeFile(directory, slotName(name, older));
        await removeFile(directory, slotName(name, older === 0 ? 1 : 0));
      }),
  };
}

function isSlot(found: Found): found is Slot {
  return typeof found === 'object';
}
