import type { BlobHash } from '@amtsstube/shared/domain/blob';
import type { Dossier } from '@amtsstube/shared/domain/case';
import type { AnyDocument } from '@amtsstube/shared/domain/documents';
import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import { pageSize, pages } from '../admin/verify-municipality.ts';
import type { LogRow, Read, Store, StoredDocument } from '../store/store.ts';
import { Turns } from '../turns.ts';
import { everyDossier } from './every-dossier.ts';

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

  async #upToDate(municipality: MunicipalityId): Promise<Known> {
    const known = this.#known.get(municipality) ?? (await this.#all(municipality));
    this.#known.set(municipality, known);
    await this.#store.snapshot(municipality, async (read) => {
      const { seq } = await read.head();
      if (seq === known.seq) return;
      for await (const { id, document } of dossiersSince(read, known.seq)) note(known, id, document);
      known.seq = seq;
    });
    return known;
  }

  async #all(municipality: MunicipalityId): Promise<Known> {
    const { seq } = await this.#store.snapshot(municipality, (read) => read.head());
    const known: Known = { seq, byCase: new Map() };
    for await (const dossier of everyDossier(this.#store, municipality)) note(known, dossier.id, dossier);
    return known;
  }
}

function note({ byCase }: Known, id: string, document: AnyDocument | null): void {
  const { attachments = [] } = (document ?? {}) as Partial<Dossier>;
  const withheld = attachments.filter((each) => each.withheld !== undefined);
  if (withheld.length === 0) byCase.delete(id);
  else byCase.set(id, new Set(withheld.map(({ hash }) => hash)));
}

async function* dossiersSince(read: Read, seq: number): AsyncGenerator<StoredDocument> {
  for await (const { touched } of pages((last: LogRow | undefined) => read.log(last?.seq ?? seq, pageSize)))
    yield* await read.documents(touched.filter(({ collection }) => collection === 'dossiers'));
}
