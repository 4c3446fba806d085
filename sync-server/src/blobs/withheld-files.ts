import type { BlobHash } from '@amtsstube/shared/domain/blob';
import type { Dossier } from '@amtsstube/shared/domain/case';
import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import { pageSize, pages } from '../admin/verify-municipality.ts';
import type { LogRow, Read, Store, StoredDocument } from '../store/store.ts';
import { Turns } from '../turns.ts';

interface Known {
  /** Up to this decision. */
  seq: number;
  readonly byCase: Map<string, ReadonlySet<BlobHash>>;
}

/**
 * Hashes that some dossier of a municipality withholds: what is wrong with bytes is wrong with them wherever they are
 * named (B1). Reads all dossiers once, and then what changed.
 */
export class WithheldFiles {
  readonly #store: Pick<Store, 'snapshot'>;
  readonly #known = new Map<MunicipalityId, Known>();
  readonly #turns = new Turns();

  constructor(store: Pick<Store, 'snapshot'>) {
    this.#store = store;
  }

  async has(municipality: MunicipalityId, hash: BlobHash): Promise<boolean> {
    const { byCase } = await this.#turns.take(municipality, () => this.#upToDate(municipality));
    for (const hashes of byCase.values()) if (hashes.has(hash)) return true;
    return false;
  }

  #upToDate(municipality: MunicipalityId): Promise<Known> {
    return this.#store.snapshot(municipality, async (read) => {
      const known = this.#known.get(municipality) ?? { seq: 0, byCase: new Map() };
      const { seq } = await read.head();
      if (seq === known.seq) return known;
      for await (const stored of known.seq === 0 ? everyDossier(read) : dossiersSince(read, known.seq))
        note(known, stored);
      known.seq = seq;
      this.#known.set(municipality, known);
      return known;
    });
  }
}

function note({ byCase }: Known, { id, document }: StoredDocument): void {
  const { attachments = [] } = (document ?? {}) as Partial<Dossier>;
  const withheld = attachments.filter((each) => each.withheld !== undefined);
  if (withheld.length === 0) byCase.delete(id);
  else byCase.set(id, new Set(withheld.map(({ hash }) => hash)));
}

function everyDossier(read: Read): AsyncGenerator<StoredDocument> {
  return pages((last: StoredDocument | undefined) => read.allDocuments('dossiers', last?.id ?? '', pageSize));
}

async function* dossiersSince(read: Read, seq: number): AsyncGenerator<StoredDocument> {
  for await (const { touched } of pages((last: LogRow | undefined) => read.log(last?.seq ?? seq, pageSize)))
    yield* await read.documents(touched.filter(({ collection }) => collection === 'dossiers'));
}
