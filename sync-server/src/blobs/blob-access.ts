import type { BlobHash } from '@amtsstube/shared/domain/blob';
import type { Attachment, Dossier } from '@amtsstube/shared/domain/case';
import type { Clerk } from '@amtsstube/shared/domain/clerk';
import { ref } from '@amtsstube/shared/domain/documents';
import type { CaseId, MunicipalityId } from '@amtsstube/shared/domain/ids';
import { readableScopes } from '@amtsstube/shared/domain/scope';
import { fileOfCase } from '../files/added-files.ts';
import type { MalwareChecks } from '../files/malware-checks.ts';
import { versionedFor } from '../replication/decisions.ts';
import type { Store } from '../store/store.ts';
import type { BlobStore } from './blob-store.ts';
import { WithheldFiles } from './withheld-files.ts';

type Checks = Pick<MalwareChecks, 'verdictOnAdded'>;

/** So long a desk waits for the scanner; it asks again. */
const patienceMs = 5000;

/** Which file of which case, and who asks for it. */
export interface FileAsked {
  readonly municipality: MunicipalityId;
  readonly clerk: Clerk;
  readonly caseId: CaseId;
  readonly hash: BlobHash;
}

export type FileFound =
  | { readonly found: 'here'; readonly attachment: Attachment }
  /** Named, and whoever named it has not brought the bytes (yet), or nobody has looked through them. */
  | { readonly found: 'expected' }
  /** She sees no dossier that names it, or it is withheld. */
  | { readonly found: 'nothing' };

/**
 * To know a hash is no right to read it (B1): the clerk must see the dossier that names it, by the same rule as she gets it,
 * and to name a hash is none either: whoever named it must have brought these very bytes. An operation comes before its
 * bytes, so that is asked when they are read, not when they are named.
 */
export class BlobAccess {
  readonly #store: Pick<Store, 'snapshot'>;
  readonly #blobs: BlobStore;
  readonly #withheld: WithheldFiles;
  readonly #checks: Checks | undefined;

  /** @param checks undefined: no scanner is set */
  constructor(store: Pick<Store, 'snapshot'>, blobs: BlobStore, checks?: Checks) {
    this.#store = store;
    this.#blobs = blobs;
    this.#checks = checks;
    this.#withheld = new WithheldFiles(store);
  }

  /** To be read. */
  async find(asked: FileAsked): Promise<FileFound> {
    const found = await this.findNamed(asked);
    if (found.found !== 'here' || found.attachment.addedBy === null || !this.#checks) return found;
    // a citizen's is marked from the beginning; a clerk's can't be: its bytes come when they come
    const file = fileOfCase(asked.caseId, found.attachment);
    const verdict = await this.#checks.verdictOnAdded(asked.municipality, file, patienceMs);
    if (verdict === 'clean') return found;
    return verdict === 'infected' ? { found: 'nothing' } : { found: 'expected' };
  }

  /** Whether it is here for all who see the case, looked through or not. */
  async findNamed(asked: FileAsked): Promise<FileFound> {
    const { municipality, hash } = asked;
    const attachment = await this.#seen(asked);
    if (attachment === undefined) return { found: 'nothing' };
    // not before somebody has looked through it, and never with malware in it, by whichever case it is named
    if (attachment.withheld !== undefined || (await this.#withheld.has(municipality, hash)))
      return { found: 'nothing' };
    if (!(await this.#isBrought(asked, attachment)) || !(await this.#blobs.has(municipality, hash)))
      return { found: 'expected' };
    return { found: 'here', attachment };
  }

  /**
   * Of a desk that asks whether the server has a file of this case, which it would else bring: where the one who named
   * it can't (after a restore), a colleague who has brought it does so for all who see the case.
   */
  async noteBroughtFor(asked: FileAsked): Promise<void> {
    const { municipality, clerk, caseId, hash } = asked;
    if (!(await this.#blobs.isUploader(municipality, hash, `clerk ${clerk.id}`))) return;
    const attachment = await this.#seen(asked);
    if (attachment === undefined || (await this.#isNamersOwn(municipality, attachment))) return;
    await this.#blobs.noteBroughtFor(municipality, hash, caseId);
  }

  async #seen({ municipality, clerk, caseId, hash }: FileAsked): Promise<Attachment | undefined> {
    const stored = await this.#store.snapshot(municipality, (read) => read.document(ref('dossiers', caseId)));
    if (stored === undefined) return undefined;
    const { document } = versionedFor(stored, readableScopes(clerk));
    return (document as Dossier | null)?.attachments?.find((each) => each.hash === hash);
  }

  async #isBrought(
    { municipality, clerk, caseId, hash }: FileAsked,
    attachment: Attachment,
  ): Promise<boolean> {
    return (
      (await this.#isNamersOwn(municipality, attachment)) ||
      (await this.#blobs.isUploader(municipality, hash, `clerk ${clerk.id}`)) ||
      (await this.#blobs.isUploader(municipality, hash, `case ${caseId}`))
    );
  }

  /** The page that took an application's files has seen to it that they came with it. */
  async #isNamersOwn(municipality: MunicipalityId, { addedBy, hash }: Attachment): Promise<boolean> {
    return addedBy === null || this.#blobs.isUploader(municipality, hash, `clerk ${addedBy}`);
  }
}
