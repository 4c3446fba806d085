import type { BlobHash } from '@amtsstube/shared/domain/blob';
import { type BlobBox, type BlobEntry, pieceBytes } from './blob-box.ts';
import type { BlobLine } from './blob-line.ts';

/**
 * What is sent at once: a line that breaks costs at most this much, and what the server has of it stays there. Twice as
 * much was measured: 4.8 % sent again over 5 Mbit/s cut every 10 s, where 5 % may be.
 */
const sendBytes = 256 * 1024;

/** The way up. */
export type UploadLine = Pick<BlobLine, 'offset' | 'begin' | 'append' | 'isThere'>;

/** A piece is damaged on this disk: the others must not wait for it. */
export class PieceUnreadable extends Error {
  override readonly name = 'PieceUnreadable';
}

/** `cut`: the line broke after it had come on. */
export type UploadResult = 'whole' | 'cut' | 'failed';

/**
 * Brings one file to the server, from where it stopped before. @param sent hears how far it is
 * @throws PieceUnreadable
 */
export async function uploadFile(
  { hash, size, caseId }: BlobEntry,
  box: Pick<BlobBox, 'piece'>,
  line: UploadLine,
  signal: AbortSignal,
  sent: (bytes: number) => void,
): Promise<UploadResult> {
  const asked = await line.offset(hash, signal);
  if (!asked.ok) return 'failed';
  let from = 0;
  if (asked.answer !== 'unknown') from = asked.answer.offset;
  else {
    // a colleague brought the same bytes, or the server forgot only who did
    const there = await line.isThere(caseId, hash, signal);
    if (!there.ok) return 'failed';
    if (there.answer) return 'whole';
    if (!(await line.begin(hash, size, signal)).ok) return 'failed';
  }
  let offset = from;
  while (offset < size) {
    sent(offset);
    const bytes = await sliceAt(box, hash, offset);
    if (bytes === undefined)
      throw new PieceUnreadable(`a piece of a file that waits is not readable at ${offset}`);
    const appended = await line.append(hash, offset, bytes, signal);
    if (!appended.ok) return offset > from ? 'cut' : 'failed';
    if (typeof appended.answer === 'string') return 'failed';
    ({ offset } = appended.answer);
  }
  // a colleague may have named it, who can't bring it any more: with this the server has it for all who see the case
  return (await line.isThere(caseId, hash, signal)).ok ? 'whole' : 'failed';
}

async function sliceAt(
  box: Pick<BlobBox, 'piece'>,
  hash: BlobHash,
  offset: number,
): Promise<Uint8Array | undefined> {
  const piece = await box.piece(hash, Math.floor(offset / pieceBytes));
  return piece?.subarray(offset % pieceBytes, (offset % pieceBytes) + sendBytes);
}
