import { deviceId as deviceIdSchema } from '@amtsstube/shared/domain/ids';
import type { JournalFile } from '../../host/host.ts';
import { type JournalNotice, type JournalOptions, journalFileName } from './journal-options.ts';
import { decodeHeader, decodeRecord, encodeHeader } from './record-codec.ts';
import { scan } from './record-format.ts';
import type { JournalHeader, JournalRecord } from './records.ts';

/** The journal is there but can't be read with this key or by this program. It is left as it is. */
export class JournalLocked extends Error {
  override readonly name = 'JournalLocked';
}

export interface OpenedFile {
  readonly file: JournalFile;
  readonly header: JournalHeader;
  readonly records: readonly JournalRecord[];
  /** Ordinal of the last record. */
  readonly ordinal: number;
  readonly notice: JournalNotice | undefined;
}

/** Finds this clerk's journal among the files, or begins one; cuts a torn tail and says so (J3). */
export async function openJournalFile(options: JournalOptions): Promise<OpenedFile> {
  const found = await findJournal(options);
  if (found === undefined) return beginJournal(options);
  const { file, header, bytes, name } = found;
  const { bodies, end, damagedBytes } = scan(bytes);
  const records: JournalRecord[] = [];
  let ordinal = 0;
  let unreadable = 0;
  for (const body of bodies.slice(1)) {
    const decoded = await decodeRecord(options.cipher, header.deviceId, body);
    if ('record' in decoded) {
      records.push(decoded.record);
      ordinal = Math.max(ordinal, decoded.ordinal);
    } else if (decoded.unreadable === 'otherKey') {
      await file.close();
      throw new JournalLocked(`journal ${name} is sealed with another key`);
    } else unreadable += 1;
  }
  const torn = bytes.length - end;
  let notice: JournalNotice | undefined;
  if (damagedBytes > 0 || unreadable > 0) {
    notice = { kind: 'damaged', bytes: damagedBytes, keptAs: await options.files.setAside(name, bytes) };
  } else if (torn > 0) {
    notice = {
      kind: 'tornTail',
      bytes: torn,
      keptAs: await options.files.setAside(name, bytes.subarray(end)),
    };
  }
  if (torn > 0) await file.truncate(end);
  return { file, header, records, ordinal, notice };
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

interface Found {
  readonly name: string;
  readonly file: JournalFile;
  readonly bytes: Uint8Array;
  readonly header: JournalHeader;
  /** How many came through whole, besides the header. */
  readonly records: number;
}

/** The clerk's journal that no other one continues; what a crash left between two identities is cleared away. */
async function findJournal(options: JournalOptions): Promise<Found | undefined> {
  const found: Found[] = [];
  for (const name of await options.files.list()) {
    const file = await options.files.open(name);
    const bytes = await file.read();
    const { bodies } = scan(bytes);
    const header = bodies[0] && decodeHeader(bodies[0]);
    if (header && belongsTo(header, options)) {
      found.push({ name, file, bytes, header, records: bodies.length - 1 });
      continue;
    }
    await file.close();
    // never acknowledged: a crash while the file was being made
    if (bodies.length === 0) await clearAway(options, name, bytes);
  }
  const own: Found[] = [];
  for (const each of found) {
    if (!isUnfinished(each, found)) own.push(each);
    else {
      await each.file.close();
      await clearAway(options, each.name, each.bytes);
    }
  }
  const continued = new Set(own.map(({ header }) => header.continues?.deviceId));
  const [current, ...others] = own.filter(({ header }) => !continued.has(header.deviceId));
  for (const former of own.filter(({ header }) => continued.has(header.deviceId))) {
    await former.file.close();
    await options.files.remove(former.name);
  }
  if (others.length > 0) {
    for (const each of own) await each.file.close().catch(() => undefined);
    throw new JournalLocked('two journals of the same clerk: which one goes on has to be settled by support');
  }
  return current;
}

/** Begun while the former one was still in force, and cut short by a crash: the former one goes on. */
function isUnfinished({ header: { continues }, records }: Found, among: readonly Found[]): boolean {
  return (
    continues !== null &&
    records < continues.records &&
    among.some(({ header }) => header.deviceId === continues.deviceId)
  );
}

async function clearAway({ files }: JournalOptions, name: string, bytes: Uint8Array): Promise<void> {
  if (bytes.length > 0) await files.setAside(name, bytes);
  await files.remove(name);
}

function belongsTo(header: JournalHeader, { identity }: JournalOptions): boolean {
  return header.municipalityId === identity.municipalityId && header.clerkId === identity.clerkId;
}
