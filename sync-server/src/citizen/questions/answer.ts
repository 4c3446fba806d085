import { type BlobHash, blobHash, fileKind, mediaTypeOfKind } from '@amtsstube/shared/domain/blob';
import type { UploadedFile } from '@amtsstube/shared/domain/forms/answers';
import type { Instant } from '@amtsstube/shared/domain/time';
import { answerQuestion } from '@amtsstube/shared/operations/case/answer-question';
import type { CoreContext } from '../../core-context.ts';
import { executeServerOperation } from '../../execute/execute.ts';
import type { AnswerTicket } from '../tickets.ts';

export interface Answer {
  readonly text: string;
  readonly files: readonly UploadedFile[];
}

export type Answered = 'received' | 'otherTextReceived' | 'refused';

interface Circumstances {
  readonly at: Instant;
  /** Of its files those that nobody has looked through yet. */
  readonly inCheck: readonly BlobHash[];
}

/**
 * Sends an answer, any number of times with the same ticket: the first time counts (S2). The time of the first and what
 * was known of its files are part of the operation, so a repetition takes them over.
 */
export async function sendAnswer(
  core: CoreContext,
  ticket: AnswerTicket,
  answer: Answer,
  inCheck: readonly BlobHash[],
): Promise<Answered> {
  const now = { at: core.now(), inCheck };
  const before = await firstSent(core, ticket);
  const first = await send(core, ticket, answer, before ?? now);
  // two at once: the other was faster, and its time wasn't known a moment ago
  const second =
    first === 'otherTextReceived' && before === undefined
      ? await send(core, ticket, answer, (await firstSent(core, ticket)) ?? now)
      : first;
  return second;
}

async function send(
  core: CoreContext,
  { municipality, opId, caseId, questionId }: AnswerTicket,
  { text, files }: Answer,
  { at, inCheck }: Circumstances,
): Promise<Answered> {
  const payload = {
    caseId,
    questionId,
    text,
    files: files.map(({ hash, name, kind, bytes }) => ({
      hash: blobHash.parse(hash),
      name,
      mediaType: mediaTypeOfKind[fileKind.parse(kind)],
      size: bytes,
    })),
    ...(inCheck.length > 0 && { inCheck }),
  };
  const operation = { opId, deviceId: null, kind: answerQuestion.kind, v: answerQuestion.v, payload, at };
  const { result } = await executeServerOperation(core, municipality, operation, { kind: 'citizen' });
  if (result.decided === 'alreadyReceived') return 'otherTextReceived';
  return result.decided === 'accepted' ? 'received' : 'refused';
}

/** What the answer sent with this ticket came with; undefined: none was sent. */
async function firstSent(
  core: CoreContext,
  { municipality, opId }: AnswerTicket,
): Promise<Circumstances | undefined> {
  return core.store.snapshot(municipality, async (read) => {
    const row = await read.logByOpId(opId);
    if (!row) return undefined;
    const sent = answerQuestion.payload.safeParse(await read.payload(opId)).data;
    return { at: row.at, inCheck: sent?.inCheck ?? [] };
  });
}

/** Whether an answer was taken with this ticket; undefined: none was sent. */
export async function wasAnswered(
  core: CoreContext,
  { municipality, opId }: AnswerTicket,
): Promise<boolean | undefined> {
  const row = await core.store.snapshot(municipality, (read) => read.logByOpId(opId));
  return row && row.result.decided === 'accepted';
}
