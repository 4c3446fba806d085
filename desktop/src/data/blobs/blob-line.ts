import type { BlobHash } from '@amtsstube/shared/domain/blob';
import type { CaseId } from '@amtsstube/shared/domain/ids';
import type { Answered } from '../sync/transport.ts';

export interface Offset {
  readonly offset: number;
}
/** `askAgain`: the server is elsewhere. `beginAnew`: what arrived was not this blob. */
export type Appended = Offset | 'askAgain' | 'beginAnew';
/** `expected`: named, and still on the desk that added it. `gone`: nothing the clerk sees names it (any more). */
export type Downloaded = 'whole' | 'expected' | 'gone';

/** The line of files: up by tus 1.0.0, down by GET with Range. Each answer is a value, as in `Transport`. */
export interface BlobLine {
  /** How far an upload is; `unknown`: never begun, or abandoned. */
  offset(hash: BlobHash, signal: AbortSignal): Promise<Answered<Offset | 'unknown'>>;
  begin(hash: BlobHash, size: number, signal: AbortSignal): Promise<Answered<'begun'>>;
  append(hash: BlobHash, offset: number, bytes: Uint8Array, signal: AbortSignal): Promise<Answered<Appended>>;
  /** Whether the server has it, for a case that names it. */
  isThere(caseId: CaseId, hash: BlobHash, signal: AbortSignal): Promise<Answered<boolean>>;
  download(
    caseId: CaseId,
    hash: BlobHash,
    from: number,
    take: (bytes: Uint8Array) => Promise<void>,
    signal: AbortSignal,
  ): Promise<Answered<Downloaded>>;
}
