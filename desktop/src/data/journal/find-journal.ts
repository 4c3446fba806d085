import { deviceId as deviceIdSchema } from '@amtsstube/shared/domain/ids';
import type { JournalFile } from '../../host/host.ts';
import { JournalLocked } from './journal-locked.ts';
import { type JournalIdentity, type JournalOptions, journalFileName } from './journal-options.ts';
import { decodeHeader, decodeOwner, decodeRecord } from './record-codec.ts';
import { type Scanned, scan } from './record-format.ts';
import type { JournalHeader } from './records.ts';

export interface FoundJournal {
  readonly name: string;
  readonly file: JournalFile;
  readonly bytes: Uint8Array;
  readonly scanned: Scanned;
  readonly header: JournalHeader;
  /** Bodies of the records that came through whole, without the header. */
  readonly records: readonly Uint8Array[];
}

/** The clerk's journal that no other one continues; what a crash left between two identities is cleared away. */
export async function findJournal(options: JournalOptions): Promise<FoundJournal | undefined> {
  const found: FoundJournal[] = [];
  for (const name of await options.files.list()) {
    const file = await options.files.open(name);
    const bytes = await file.read();
    const scanned = scan(bytes);
    const whose = await headerAndRecords(options, name, scanned.bodies);
    if (whose !== undefined) {
      found.push({ name, file, bytes, scanned, ...whose });
      continue;
    }
    await file.close();
    // never acknowledged: a crash while the file was being made
    if (scanned.bodies.length === 0) await clearAway(options, name, bytes);
  }
  const own: FoundJournal[] = [];
  for (const each of found) {
    if (!isUnfinished(each, found)) own.push(each);
    else {
      await each.file.close();
      await clearAway(options, each.name, each.bytes);
    }
  }
  const continued = new Set(own.map(({ header }) => header.continues?.deviceId));
  const isFormer = ({ header }: FoundJournal) =>
    continued.has(header.deviceId) || own.some((other) => isRewriteOf(other.header, header));
  const [current, ...others] = own.filter((each) => !isFormer(each));
  if (others.length > 0) {
    throw new JournalLocked(
      'severalJournals',
      'two journals of the same clerk: which one goes on has to be settled by support',
    );
  }
  for (const former of own.filter(isFormer)) {
    await former.file.close();
    await options.files.remove(former.name);
  }
  return current;
}

/** undefined: not this clerk's journal, or nobody can tell. */
async function headerAndRecords(
  options: JournalOptions,
  name: string,
  bodies: readonly Uint8Array[],
): Promise<Pick<FoundJournal, 'header' | 'records'> | undefined> {
  const [first, ...records] = bodies;
  if (first === undefined) return undefined;
  const header = decodeHeader(first);
  if (header !== undefined) return isOf(header, options) ? { header, records } : undefined;
  const owner = decodeOwner(first);
  if (owner === undefined) return withLostHeader(options, name, bodies);
  if (isOf(owner, options)) throw new JournalLocked('newer', `journal ${name} is of a newer program`);
  return undefined;
}

/** A damaged header costs nothing behind it (J3): the name says which journal it is, and the seals whose. */
async function withLostHeader(
  { cipher, environment, identity }: JournalOptions,
  name: string,
  records: readonly Uint8Array[],
): Promise<Pick<FoundJournal, 'header' | 'records'> | undefined> {
  const generation = Number(/\.(\d+)$/.exec(name)?.[1] ?? 0);
  const deviceId = deviceIdSchema.safeParse(name.slice('journal.'.length).replace(/\.\d+$/, ''));
  if (!deviceId.success || journalFileName(deviceId.data, generation) !== name) return undefined;
  for (const body of records) {
    const decoded = await decodeRecord(cipher, deviceId.data, body);
    if (!('record' in decoded)) continue;
    const createdAt = environment.now();
    return {
      header: {
        format: 1,
        deviceId: deviceId.data,
        ...identity,
        continues: null,
        createdAt,
        ...(generation === 0 ? {} : { rewrite: { generation, records: records.length } }),
      },
      records,
    };
  }
  return undefined;
}

/** The same journal, written anew later (J9). */
function isRewriteOf(later: JournalHeader, earlier: JournalHeader): boolean {
  return (
    later.deviceId === earlier.deviceId &&
    (later.rewrite?.generation ?? 0) > (earlier.rewrite?.generation ?? 0)
  );
}

/** Begun while the former one was still in force, and cut short by a crash: the former one goes on. */
function isUnfinished({ header, records }: FoundJournal, among: readonly FoundJournal[]): boolean {
  const { continues, rewrite } = header;
  if (rewrite !== undefined && records.length < rewrite.records)
    return among.some((other) => isRewriteOf(header, other.header));
  return (
    continues !== null &&
    records.length < continues.records &&
    among.some(({ header }) => header.deviceId === continues.deviceId)
  );
}

async function clearAway({ files }: JournalOptions, name: string, bytes: Uint8Array): Promise<void> {
  if (bytes.length > 0) await files.setAside(name, bytes);
  await files.remove(name);
}

function isOf(owner: JournalIdentity, { identity }: JournalOptions): boolean {
  return owner.municipalityId === identity.municipalityId && owner.clerkId === identity.clerkId;
}
