import { type BlobHash, blobHash } from '@amtsstube/shared/domain/blob';
import type { FormDefinition } from '@amtsstube/shared/domain/form';
import type { UploadedFile } from '@amtsstube/shared/domain/forms/answers';
import type { FieldOf } from '@amtsstube/shared/domain/forms/field';
import type { PageInputs } from '@amtsstube/shared/domain/forms/page-encoding';
import type { Instant } from '@amtsstube/shared/domain/time';
import type { BlobStore } from '../../blobs/blob-store.ts';
import { onDisk } from '../../blobs/disk.ts';
import type { FileFault } from '../../files/file-fault.ts';
import type { Inspected } from '../../files/inspect-file.ts';
import type { Inspector } from '../../files/inspector.ts';
import type { MalwareChecks } from '../../files/malware-checks.ts';
import { type FileTicket, isExpired, uploaderOf } from '../tickets.ts';
import type { FileProblem } from './file-problem.ts';
import { namedFiles, withoutFile } from './named-files.ts';

export interface DraftFilesOptions {
  readonly blobs: BlobStore;
  readonly inspector: Inspector;
  /** undefined: no scanner is set. */
  readonly checks: MalwareChecks | undefined;
  readonly now: () => Instant;
}

/** So long a person waits for the scanner; what takes longer is looked through afterwards. */
const patienceMs = 5000;

/** Files of applications that are not sent yet. Each belongs to the ticket it came with, and to nobody else (B1). */
export class DraftFiles {
  readonly #options: DraftFilesOptions;

  constructor(options: DraftFilesOptions) {
    this.#options = options;
  }

  /** Takes a file as a form sends it. */
  async take(
    ticket: FileTicket,
    field: FieldOf<'upload'>,
    name: string,
    bytes: AsyncIterable<Uint8Array>,
  ): Promise<UploadedFile | FileFault> {
    const { hash, size } = await onDisk(() =>
      this.#options.blobs.take(ticket.municipality, bytes, uploaderOf(ticket)),
    );
    return size === 0 ? 'empty' : this.accept(ticket, field, name, hash);
  }

  /** What a file that was brought with this ticket becomes in the field's answer, or why it doesn't. */
  async accept(
    ticket: FileTicket,
    field: FieldOf<'upload'>,
    name: string,
    hash: BlobHash,
  ): Promise<UploadedFile | FileFault> {
    const { inspector, checks } = this.#options;
    if (!(await this.#claim(ticket, hash))) return 'gone';
    // first this: what is looked into next may be made to harm whoever does
    if ((await checks?.look(ticket.municipality, hash, patienceMs)) === 'infected') return 'infected';
    const inspected = await inspector.inspect(ticket.municipality, hash);
    if ('fault' in inspected) return inspected.fault;
    const { kind, size } = inspected;
    return field.accepts.includes(kind) ? { hash, name, kind, bytes: size } : 'wrongType';
  }

  /**
   * Holds what a page names against what was brought with its ticket. What is not here (any more), or is something else
   * than the page says, is taken out of the inputs and named.
   */
  async settle(
    ticket: FileTicket | undefined,
    form: FormDefinition,
    typed: PageInputs,
  ): Promise<{ readonly typed: PageInputs; readonly problems: readonly FileProblem[] }> {
    let settled = typed;
    const problems: FileProblem[] = [];
    // whoever names the same bytes a hundred times has them looked at once
    const found = new Map<string, Promise<Inspected>>();
    for (const { path, index, isTaken, file, shownName } of namedFiles(form, typed)) {
      const fault = isTaken ? await this.#faultOf(ticket, file, found) : 'tooMany';
      if (fault === undefined) continue;
      // what can't be looked at just now keeps its place: it is looked at when the page is sent again
      if (fault !== 'notNow') settled = withoutFile(path, index, settled);
      problems.push({ path, fault, file: shownName });
    }
    return { typed: settled, problems };
  }

  /**
   * Of an application's files those that nobody has called clean: not looked through yet, or found to be malware since
   * they were taken. Either is withheld from the office.
   */
  inCheck(files: readonly UploadedFile[]): readonly BlobHash[] {
    const { checks } = this.#options;
    if (!checks) return [];
    return files.map(({ hash }) => blobHash.parse(hash)).filter((hash) => checks.verdictOf(hash) !== 'clean');
  }

  /** Has those looked through that the application was sent with. */
  watch(ticket: FileTicket, hashes: readonly BlobHash[]): void {
    const { checks } = this.#options;
    if (hashes.length === 0) return;
    checks?.watch(
      ticket.municipality,
      hashes.map((hash) => ({ caseId: ticket.caseId, hash })),
    );
    void checks?.run();
  }

  async #faultOf(
    ticket: FileTicket | undefined,
    file: UploadedFile | undefined,
    found: Map<string, Promise<Inspected>>,
  ): Promise<FileFault | undefined> {
    if (!ticket || !file) return 'gone';
    const hash = blobHash.parse(file.hash);
    const finding = found.get(hash) ?? this.#claimed(ticket, hash);
    found.set(hash, finding);
    const inspected = await finding;
    if ('fault' in inspected)
      return inspected.fault === 'notNow' || inspected.fault === 'tooElaborate' ? inspected.fault : 'gone';
    if (inspected.kind !== file.kind || inspected.size !== file.bytes) return 'gone';
    return this.#options.checks?.verdictOf(hash) === 'infected' ? 'infected' : undefined;
  }

  async #claimed(ticket: FileTicket, hash: BlobHash): Promise<Inspected> {
    const { inspector } = this.#options;
    const isHere = await this.#claim(ticket, hash);
    return isHere ? inspector.inspect(ticket.municipality, hash) : { fault: 'gone' };
  }
  /** Nothing with a ticket that has run out: else whoever sends an old page again has its files stay for ever. */
  async #claim(ticket: FileTicket, hash: BlobHash): Promise<boolean> {
    const { blobs, now } = this.#options;
    if (isExpired(ticket, now())) return false;
    return onDisk(() => blobs.claim(ticket.municipality, hash, uploaderOf(ticket)));
  }
}
