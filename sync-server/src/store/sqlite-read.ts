import type { CollectionName, Ref } from '@amtsstube/shared/domain/documents';
import type { DeviceId, OpId } from '@amtsstube/shared/domain/ids';
import type { Instant } from '@amtsstube/shared/domain/time';
import { addDigest, emptyDigest } from '@amtsstube/shared/replication/digest';
import { type Kysely, sql } from 'kysely';
import { prepareQuery } from './prepared-query.ts';
import { createClaimReads } from './sqlite-claims.ts';
import { documentFrom, effectFrom, logRowFrom } from './sqlite-rows.ts';
import type { SqliteSchema } from './sqlite-schema.ts';
import type { Read, StoredDocument } from './store.ts';

/** The queries of one connection. What one reading sees together is the transaction's business around it. */
export function createSqliteRead(db: Kysely<SqliteSchema>): Read {
  const queries = readQueries(db);

  async function document(ref: Ref): Promise<StoredDocument | undefined> {
    const [row] = await queries.document(ref);
    return row && documentFrom(row);
  }

  return {
    ...createClaimReads(db),
    head: async () => {
      const [row] = await queries.head({});
      if (!row) throw new Error('the municipality has no head row');
      return row;
    },
    document,
    documents: async (refs) => {
      const found: StoredDocument[] = [];
      for (const ref of refs) {
        const stored = await document(ref);
        if (stored) found.push(stored);
      }
      return found;
    },
    changes: async (collection, scopes, after, limit) => {
      // one index range per scope, merged here: an IN would read and sort everything after `after`
      const found: StoredDocument[] = [];
      const scopesJson = JSON.stringify(scopes);
      for (const scope of new Set(scopes)) {
        const here = await queries.changes({ collection, scope, after, limit });
        const gone = await queries.departures({ collection, scope, scopesJson, after, limit });
        found.push(...here.map(documentFrom), ...gone.map((row) => ({ ...row, document: null })));
      }
      return found.sort((a, b) => a.seq - b.seq || (a.id < b.id ? -1 : 1)).slice(0, limit);
    },
    departure: async ({ collection, id }, scopes) =>
      (await queries.departure({ collection, id, scopesJson: JSON.stringify(scopes) }))[0]?.seq,
    digest: async (collection, scopes) => {
      let sum = { ...emptyDigest, newest: 0 };
      for (const scope of new Set(scopes)) {
        const [row] = await queries.digest({ collection, scope });
        if (row) sum = { ...addDigest(sum, row), newest: Math.max(sum.newest, row.newest) };
      }
      return sum;
    },
    logByOpId: async (opId) => (await queries.logByOpId({ opId })).map(logRowFrom)[0],
    logBySeq: async (seq) => (await queries.logBySeq({ seq })).map(logRowFrom)[0],
    logOfDevice: async (deviceId, firstOpen) =>
      (await queries.logOfDevice({ deviceId, firstOpen })).map(logRowFrom),
    log: async (after, limit) => (await queries.log({ after, limit })).map(logRowFrom),
    logOfKind: async (kind, after, limit) =>
      (await queries.logOfKind({ kind, after, limit })).map(logRowFrom),
    payload: async (opId) => {
      const [row] = await queries.payload({ opId });
      return row && (JSON.parse(row.payload_json) as unknown);
    },
    device: async (deviceId) => (await queries.device({ deviceId }))[0],
    dueEffects: async (now, limit) => (await queries.dueEffects({ now, limit })).map(effectFrom),
    effectsOf: async (seq) => {
      // all ids between `12.` and `12/`, the next character
      return (await queries.effectsOf({ from: `${seq}.`, before: `${seq}/` })).map(effectFrom);
    },
    allDocuments: async (collection, afterId, limit) =>
      (await queries.allDocuments({ collection, afterId, limit })).map(documentFrom),
  };
}

function readQueries(db: Kysely<SqliteSchema>) {
  const documents = db.selectFrom('documents').select(['collection', 'id', 'scope', 'seq', 'document_json']);
  const log = db.selectFrom('log').selectAll();
  return {
    head: prepareQuery(db, (_: object) =>
      db.selectFrom('head').select(['epoch', 'seq', 'hash']).where('id', '=', 1),
    ),
    document: prepareQuery(db, (value: Ref) =>
      documents.where('collection', '=', value.collection).where('id', '=', value.id),
    ),
    changes: prepareQuery(
      db,
      (value: { collection: CollectionName; scope: string; after: number; limit: number }) =>
        documents
          .where('collection', '=', value.collection)
          .where('scope', '=', value.scope)
          .where('seq', '>', value.after)
          .orderBy('seq')
          .orderBy('id')
          .limit(value.limit),
    ),
    // only what is in none of the asked scopes now, and of several departures the latest: a document comes once
    departures: prepareQuery(
      db,
      (value: {
        collection: CollectionName;
        scope: string;
        scopesJson: string;
        after: number;
        limit: number;
      }) =>
        db
          .selectFrom('departures as left')
          .select(['left.collection', 'left.id', 'left.scope', 'left.seq'])
          .where('left.collection', '=', value.collection)
          .where('left.scope', '=', value.scope)
          .where('left.seq', '>', value.after)
          .where(
            sql<boolean>`not exists (select 1 from documents d where d.collection = "left".collection
              and d.id = "left".id and d.scope in (select value from json_each(${value.scopesJson})))`,
          )
          .where(
            sql<boolean>`not exists (select 1 from departures later where later.collection = "left".collection
              and later.id = "left".id and later.seq > "left".seq
              and later.scope in (select value from json_each(${value.scopesJson})))`,
          )
          .orderBy('left.seq')
          .orderBy('left.id')
          .limit(value.limit),
    ),
    departure: prepareQuery(db, (value: Ref & { scopesJson: string }) =>
      db
        .selectFrom('departures')
        .select('seq')
        .where('collection', '=', value.collection)
        .where('id', '=', value.id)
        .where(sql<boolean>`scope in (select value from json_each(${value.scopesJson}))`)
        .orderBy('seq', 'desc')
        .limit(1),
    ),
    digest: prepareQuery(db, (value: { collection: CollectionName; scope: string }) =>
      db
        .selectFrom('digests')
        .select(['count', 'high', 'low', 'newest'])
        .where('collection', '=', value.collection)
        .where('scope', '=', value.scope),
    ),
    logByOpId: prepareQuery(db, (value: { opId: OpId }) => log.where('op_id', '=', value.opId)),
    logBySeq: prepareQuery(db, (value: { seq: number }) => log.where('seq', '=', value.seq)),
    logOfDevice: prepareQuery(db, (value: { deviceId: DeviceId; firstOpen: number }) =>
      log.where('device_id', '=', value.deviceId).where('n', '>=', value.firstOpen).orderBy('n'),
    ),
    log: prepareQuery(db, (value: { after: number; limit: number }) =>
      log.where('seq', '>', value.after).orderBy('seq').limit(value.limit),
    ),
    logOfKind: prepareQuery(db, (value: { kind: string; after: number; limit: number }) =>
      log.where('kind', '=', value.kind).where('seq', '>', value.after).orderBy('seq').limit(value.limit),
    ),
    payload: prepareQuery(db, (value: { opId: OpId }) =>
      db.selectFrom('payloads').select('payload_json').where('op_id', '=', value.opId),
    ),
    device: prepareQuery(db, (value: { deviceId: DeviceId }) =>
      db
        .selectFrom('devices')
        .select(['device_id as deviceId', 'clerk_id as clerkId', 'last_n as lastN'])
        .where('device_id', '=', value.deviceId),
    ),
    dueEffects: prepareQuery(db, (value: { now: Instant; limit: number }) =>
      db
        .selectFrom('outbox')
        .selectAll()
        .where('due_at', '<=', value.now)
        .orderBy('due_at')
        .orderBy('position')
        .limit(value.limit),
    ),
    effectsOf: prepareQuery(db, (value: { from: string; before: string }) =>
      db
        .selectFrom('outbox')
        .selectAll()
        .where('id', '>', value.from)
        .where('id', '<', value.before)
        .orderBy('position'),
    ),
    allDocuments: prepareQuery(db, (value: { collection: CollectionName; afterId: string; limit: number }) =>
      documents
        .where('collection', '=', value.collection)
        .where('id', '>', value.afterId)
        .orderBy('id')
        .limit(value.limit),
    ),
  };
}
