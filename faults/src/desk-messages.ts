import { clerk } from '@amtsstube/shared/domain/clerk';
import { caseId, clerkId, opId } from '@amtsstube/shared/domain/ids';
import { z } from '@amtsstube/shared/domain/zod';
import { enterCase } from '@amtsstube/shared/operations/case/enter-case';

/** What a desk process is told when it starts. */
export const deskSetup = z.strictObject({
  /** Of this PC: journals and small files. */
  directory: z.string(),
  /** The proxy's, never the server's own. */
  serverUrl: z.string(),
  clerk,
  /** 48 bytes in hexadecimal digits. */
  keyFile: z.string().regex(/^[0-9a-f]{96}$/),
  token: z.string(),
  /** A file outside of everything that is harmed. */
  ledger: z.string(),
  /** A case that only this desk writes notes on. */
  tallyId: caseId,
  /** `file`: in memory, written to a file after each change. `rxdb`: on an IndexedDB that goes with the process. */
  copies: z.enum(['file', 'rxdb']),
  clockOffMs: z.int(),
});
export type DeskSetup = z.infer<typeof deskSetup>;

export const deskCommand = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('open'), setup: deskSetup }),
  z.strictObject({ command: z.literal('do'), kind: z.string(), payload: z.unknown() }),
  // the number comes from the desk
  z.strictObject({ command: z.literal('enter'), payload: enterCase.payload }),
  z.strictObject({ command: z.literal('attach'), caseId, name: z.string(), size: z.int().min(1) }),
  z.strictObject({ command: z.literal('state') }),
  z.strictObject({ command: z.literal('replicas') }),
  z.strictObject({ command: z.literal('token'), token: z.string() }),
  z.strictObject({ command: z.literal('clock'), offMs: z.int() }),
]);
export type DeskCommand = z.infer<typeof deskCommand>;

/** A command on its way; the answer carries the same number. */
export const numberedCommand = z.strictObject({ number: z.int(), command: deskCommand });
export const numberedAnswer = z.strictObject({
  number: z.int(),
  answer: z.unknown(),
  /** A bug in the desk: what it threw. */
  thrown: z.string().optional(),
});

export const saidOfDo = z.strictObject({ result: z.enum(['saved', 'notSaved', 'refusedHere']) });

export const deskState = z.strictObject({
  deviceId: z.string(),
  open: z.int(),
  /** Documents that still look different from the copy. */
  overlay: z.array(z.string()),
  /** Notes shown in the tally case; null: not on this desk. */
  notes: z.int().nullable(),
  /** Files whose bytes the server doesn't have yet. */
  waitingFiles: z.int(),
  refused: z.array(opId),
  generations: z.record(z.string(), z.int()),
  /** Of ids and versions in the copy: the same as the server's when nothing is missing. */
  versions: z.string(),
  line: z.string(),
  notNow: z.string().nullable(),
  notice: z.string().nullable(),
  /** Bugs in what runs by itself, and what was shown and is gone. */
  reported: z.array(z.string()),
});
export type DeskState = z.infer<typeof deskState>;

export const replicaRows = z.array(z.tuple([z.string(), z.string(), z.int(), z.unknown()]));

/** One line of the ledger: written, and on the disk, only after the desk said "gespeichert". */
export const ledgerLine = z.strictObject({ opId, clerkId, kind: z.string(), payload: z.unknown() });
export type LedgerLine = z.infer<typeof ledgerLine>;
