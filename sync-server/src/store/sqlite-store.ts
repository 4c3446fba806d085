import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import { openMunicipalityFiles } from './municipality-files.ts';
import {
  openSqliteMunicipality,
  type SqliteMunicipality,
  writeEmptyMunicipality,
} from './sqlite-municipality.ts';
import { type Store, StoreUnavailable } from './store.ts';

/**
 * The default store: `<directory>/municipalities/<id>.sqlite`, opened when first needed. `directory` must exist;
 * making one up would hide a disk that isn't mounted.
 */
export async function openSqliteStore({ directory }: { readonly directory: string }): Promise<Store> {
  const files = openMunicipalityFiles(directory);
  const open = new Map<MunicipalityId, Promise<SqliteMunicipality>>();
  const creating = new Set<MunicipalityId>();
  let isClosed = false;

  function municipalityFile(municipality: MunicipalityId): Promise<SqliteMunicipality> {
    if (isClosed) return Promise.reject(new StoreUnavailable('store closed'));
    const known = open.get(municipality);
    if (known) return known;
    if (!files.has(municipality)) return Promise.reject(new Error(`no municipality ${municipality}`));
    const opening = openSqliteMunicipality(files.pathOf(municipality));
    open.set(municipality, opening);
    // what failed to open is tried again by the next who asks
    opening.catch(() => open.delete(municipality));
    return opening;
  }

  return {
    municipalities: async () => files.list(),
    has: async (municipality) => open.has(municipality) || files.has(municipality),
    createMunicipality: async (municipality, epoch) => {
      if (isClosed) throw new StoreUnavailable('store closed');
      if (creating.has(municipality) || files.has(municipality)) {
        throw new Error(`municipality ${municipality} exists already`);
      }
      creating.add(municipality);
      try {
        await files.create(municipality, (file) => writeEmptyMunicipality(file, epoch));
      } finally {
        creating.delete(municipality);
      }
    },
    transact: async (municipality, f) => (await municipalityFile(municipality)).transact(f),
    snapshot: async (municipality, f) => (await municipalityFile(municipality)).snapshot(f),
    close: async () => {
      isClosed = true;
      for (const each of await Promise.allSettled(open.values())) {
        if (each.status === 'fulfilled') await each.value.close();
      }
      open.clear();
    },
  };
}
