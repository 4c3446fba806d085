import {
  type BlobHash,
  blobHash,
  blobName,
  maximumBlobBytes,
  mediaTypeOf,
} from '@amtsstube/shared/domain/blob';
import type { CaseId } from '@amtsstube/shared/domain/ids';
import type { PayloadOf } from '@amtsstube/shared/operations/registry';
import { map, type Observable } from 'rxjs';
import { HostFailure } from '../../host/host.ts';
import type { Saved } from '../saved.ts';
import type { BlobBox, BlobEntry } from './blob-box.ts';
import { sha256 } from './blob-seal.ts';
import type { BlobState, BlobTransfer, Wanted } from './blob-transfer.ts';

/** Answer to `add`; as with `Saved`, only `saved` may be shown as "gespeichert". */
export type AddedFile =
  | Saved
  | { readonly result: 'notAFile'; readonly because: 'wrongType' | 'tooBig' | 'empty' | 'unreadable' };

export interface WaitingFile {
  readonly entry: BlobEntry;
  readonly sentBytes: number;
}

/** What the screens see of the files of cases. */
export interface CaseFiles {
  /** Resolves after file and operation are durable on this device. The type is told by the content. */
  add(caseId: CaseId, name: string, bytes: Uint8Array): Promise<AddedFile>;
  /** Where each file is. What isn't named is not on this device. */
  readonly states$: Observable<ReadonlyMap<BlobHash, BlobState>>;
  /** Saved on this device and not on the server yet, in the order in which they will be sent. */
  readonly waiting$: Observable<readonly WaitingFile[]>;
  /** Fetches it before anything else. */
  fetch(wanted: Wanted): void;
  /** undefined: not on this device; ask for it by `fetch`. */
  read(hash: BlobHash): Promise<Uint8Array | undefined>;
}

export interface CaseFilesOptions {
  readonly box: BlobBox;
  readonly transfer: BlobTransfer;
  readonly attach: (payload: PayloadOf<'attachFile'>) => Promise<Saved>;
}

export function createCaseFiles({ box, transfer, attach }: CaseFilesOptions): CaseFiles {
  return {
    states$: transfer.states$,
    waiting$: transfer.states$.pipe(map((states) => waitingIn(box, states))),
    fetch: (wanted) => transfer.want(wanted),
    read: async (hash) => {
      const bytes = await box.read(hash);
      if (bytes === undefined) transfer.forget(hash);
      return bytes;
    },
    add: async (caseId, name, bytes) => {
      const wrong = wrongWith(bytes);
      const mediaType = mediaTypeOf(bytes);
      if (wrong !== undefined || mediaType === undefined)
        return { result: 'notAFile', because: wrong ?? 'wrongType' };
      const hash = blobHash.parse(await sha256(bytes));
      const payload = { caseId, hash, name: fileNameFor(name), mediaType, size: bytes.length };
      const before = box.entry(hash);
      // the server may have erased what it had: it is asked once more, and nothing is sent where it has it
      const entry = { hash, size: bytes.length, name: payload.name, ...before, caseId, isOnServer: false };
      // first the bytes, then the operation that names them (B1)
      const failed = await keep(entry, before ? undefined : bytes);
      if (failed) return failed;
      const saved = await attach(payload);
      if (saved.result === 'saved') transfer.added(entry);
      // nobody names it, and it stays with her in the folder it came from
      else if (!before) await box.remove(hash);
      return saved;
    },
  };

  /** @param bytes undefined: they are in the box already */
  async function keep(entry: BlobEntry, bytes: Uint8Array | undefined): Promise<Saved | undefined> {
    try {
      if (bytes === undefined) {
        await box.writeEntry(entry);
        return undefined;
      }
      try {
        await box.add(entry, bytes);
      } catch (error) {
        // what the server has can be fetched again: it makes room for what it hasn't
        if (!isOutOfRoom(error) || (await transfer.evict()) === 0) throw error;
        await box.add(entry, bytes);
      }
      return undefined;
    } catch (error) {
      if (!(error instanceof HostFailure)) throw error;
      if (bytes !== undefined) await box.remove(entry.hash).catch(() => undefined);
      return { result: 'notSaved', because: isOutOfRoom(error) ? 'quotaExceeded' : 'journalUnwritable' };
    }
  }
}

function waitingIn(box: BlobBox, states: ReadonlyMap<BlobHash, BlobState>): readonly WaitingFile[] {
  return box.entries.flatMap((entry) => {
    const state = states.get(entry.hash);
    return entry.isOnServer || state?.state !== 'here' ? [] : [{ entry, sentBytes: state.sentBytes }];
  });
}

function isOutOfRoom(error: unknown): boolean {
  return error instanceof HostFailure && error.code === 'quotaExceeded';
}

function wrongWith(bytes: Uint8Array): 'empty' | 'tooBig' | undefined {
  if (bytes.length === 0) return 'empty';
  return bytes.length > maximumBlobBytes ? 'tooBig' : undefined;
}

/** As it was called where it came from, without what can't stand in a name. */
function fileNameFor(name: string): string {
  const whole = [...name.normalize('NFC')]
    .map((each) => (blobName.safeParse(each).success ? each : '_'))
    .join('');
  if (whole === '') return 'Datei';
  // a cut may go through the middle of a character
  return whole.length <= 200
    ? whole
    : `${whole.slice(0, 150)}${whole.slice(-50)}`.toWellFormed().replaceAll('\ufffd', '_');
}
