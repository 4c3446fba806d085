import { deviceId as deviceIdSchema } from '@amtsstube/shared/domain/ids';
import { HostFailure, type JournalFile, type JournalFiles } from '../../host/host.ts';
import { type FoundJournal, findJournal } from './find-journal.ts';
import { JournalLocked } from './journal-locked.ts';
import { type JournalNotice, type JournalOptions, journalFileName } from './journal-options.ts';
import { decodeRecord, encodeHeader, encodeRecord } from './record-codec.ts';
import type { JournalHeader, JournalRecord } from './records.ts';

export interface OpenedFile {
  readonly file: JournalFile;
  readonly header: JournalHeader;
  readonly records: readonly JournalRecord[];
  /** Ordinal of the last record. */
  readonly ordinal: number;
  readonly notice: JournalNotice | undefined;
}

/**
 * Finds this clerk's journal among the files, or begins one; cuts a torn tail and says so (J3). When it fails
 * all files are let go, so that a second try finds them free.
 */
export async function openJournalFile(options: JournalOptions): Promise<OpenedFile> {
  const { files, letGo } = remembered(options.files);
  const own = { ...options, files };
  try {
    const found = await findJournal(own);
    return found === undefined ? await beginJournal(own) : await readJournal(own, found);
  } catch (error) {
    await letGo();
    throw error;
  }
}

async function readJournal(options: JournalOptions, found: FoundJournal): Promise<OpenedFile> {
  const { file, header, bytes, name, scanned } = found;
  const { records, ordinal, unreadable } = await decodeAll(options, found);
  const torn = bytes.subarray(scanned.end);
  const damage = { bytes: scanned.damagedBytes, unreadable };
  if (damage.bytes === 0 && unreadable === 0) {
    if (torn.length === 0) return { file, header, records, ordinal, notice: undefined };
    const keptAs = await options.files.setAside(name, torn);
    await file.truncate(scanned.end);
    return { file, header, records, ordinal, notice: { kind: 'tornTail', bytes: torn.length, keptAs } };
  }
  const known = records.findLast((record) => record.record === 'damageKept');
  if (torn.length === 0 && known?.bytes === damage.bytes && known.unreadable === unreadable) {
    const notice = { kind: 'damaged', bytes: known.bytes, keptAs: known.keptAs } as const;
    return { file, header, records, ordinal, notice };
  }
  const keptAs = await options.files.setAside(name, bytes);
  if (torn.length > 0) await file.truncate(scanned.end);
  const isNoted = await note(options, found, ordinal + 1, { record: 'damageKept', ...damage, keptAs });
  const notice = { kind: 'damaged', bytes: damage.bytes, keptAs } as const;
  return { file, header, records, ordinal: isNoted ? ordinal + 1 : ordinal, notice };
}

async function decodeAll({ cipher }: JournalOptions, { header, records: bodies, name }: FoundJournal) {
  const records: JournalRecord[] = [];
  let ordinal = 0;
  let unreadable = 0;
  for (const body of bodies) {
    const decoded = await decodeRecord(cipher, header.deviceId, body);
    if ('record' in decoded) {
      records.push(decoded.record);
      ordinal = Math.max(ordinal, decoded.ordinal);
    } else if (decoded.unreadable === 'notSealedHere') unreadable += 1;
    else
      throw new JournalLocked(
        decoded.unreadable === 'otherKey' ? 'otherKey' : 'newer',
        `journal ${name} can't be read: ${decoded.unreadable}`,
      );
  }
  return { records, ordinal, unreadable };
}

/** Best effort: without the note, the file is kept aside once more at the next start. */
async function note(
  { cipher, environment }: JournalOptions,
  { file, header }: FoundJournal,
  ordinal: number,
  record: JournalRecord,
): Promise<boolean> {
  const bytes = await encodeRecord(cipher, header.deviceId, ordinal, environment.randomBytes(12), record);
  try {
    await file.append(bytes);
    return true;
  } catch (error) {
    if (error instanceof HostFailure) return false;
    throw error;
  }
}

async function beginJournal({ files, environment, identity }: JournalOptions): Promise<OpenedFile> {
  const header: JournalHeader = {
    format: 1,
    deviceId: deviceIdSchema.parse(environment.newId()),
    ...identity,
    continues: null,
    createdAt: environment.now(),
  };
  const file = await files.open(journalFileName(header.deviceId));
  await file.append(encodeHeader(header));
  return { file, header, records: [], ordinal: 0, notice: undefined };
}

/** The same files, and a way to close all that were opened. */
function remembered(files: JournalFiles): { files: JournalFiles; letGo: () => Promise<void> } {
  const opened: JournalFile[] = [];
  return {
    files: {
      list: () => files.list(),
      open: async (name) => {
        const file = await files.open(name);
        opened.push(file);
        return file;
      },
      setAside: (name, bytes) => files.setAside(name, bytes),
      remove: (name) => files.remove(name),
    },
    // what failed before is the news, not that closing fails too
    letGo: async () => void (await Promise.allSettled(opened.map((file) => file.close()))),
  };
}
