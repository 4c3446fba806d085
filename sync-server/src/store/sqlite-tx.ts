import type { Ref } from '@amtsstube/shared/domain/documents';
import type { OpId } from '@amtsstube/shared/domain/ids';
import type { Instant } from '@amtsstube/shared/domain/time';
import { type Kysely, type Selectable, sql } from 'kysely';
import { digestChanges } from './digest-change.ts';
import { prepareQuery } from './prepared-query.ts';
import { createClaimWrites } from './sqlite-claims.ts';
import { createSqliteRead } from './sqlite-read.ts';
import { rowOfLog } from './sqlite-rows.ts';
import type { SqliteSchema } from './sqlite-schema.ts';
import type { DeviceRow, Head, Tx } from './store.ts';

type DigestRow = Selectable<SqliteSchema['digests']>;

/** Reading and writing on the writer's connection, inside whatever transaction is open on it. */
export function createSqliteTx(db: Kysely<SqliteSchema>): Tx {
  const queries = writeQueries(db);
  return {
    ...createSqliteRead(db),
    ...createClaimWrites(db),
    setHead: async (head) => {
      await queries.setHead(head);
    },
    putDocument: async (stored) => {
      const { collection, id, scope, seq, document } = stored;
      const [before] = await queries.digestOfRow(stored);
      const { digest, changes } = digestChanges(before && { scope: before.scope, digest: before }, stored);
      await queries.putDocument({
        collection,
        id,
        scope,
        seq,
        document_json: document === null ? null : JSON.stringify(document),
        digest_count: digest.count,
        digest_high: digest.high,
        digest_low: digest.low,
      });
      if (before && before.scope !== scope)
        await queries.noteDeparture({ collection, id, scope: before.scope, seq });
      for (const change of changes) {
        await queries.addDigest({ collection, scope: change.scope, ...change.add, newest: change.newest });
      }
    },
    appendLog: async (row, payload) => {
      await queries.appendLog(rowOfLog(row));
      const payload_json = JSON.stringify(payload);
      if (payload_json !== undefined) await queries.putPayload({ op_id: row.opId, payload_json });
    },
    erasePayload: async (opId) => {
      await queries.erasePayload({ opId });
    },
    putDevice: async (row) => {
      await queries.putDevice(row);
    },
    addEffect: async ({ id, effect, attempts, dueAt }) => {
      await queries.addEffect({ id, effect_json: JSON.stringify(effect), attempts, due_at: dueAt });
    },
    removeEffect: async (id) => {
      await queries.removeEffect({ id });
    },
    postponeEffect: async (id, attempts, dueAt) => {
      await queries.postponeEffect({ id, attempts, dueAt });
    },
  };
}

function writeQueries(db: Kysely<SqliteSchema>) {
  return {
    setHead: prepareQuery(db, ({ epoch, seq, hash }: Head) =>
      db.updateTable('head').set({ epoch, seq, hash }).where('id', '=', 1),
    ),
    digestOfRow: prepareQuery(db, (value: Ref) =>
      db
        .selectFrom('documents')
        .select(['scope', 'digest_count as count', 'digest_high as high', 'digest_low as low'])
        .where('collection', '=', value.collection)
        .where('id', '=', value.id),
    ),
    putDocument: prepareQuery(db, (value: Selectable<SqliteSchema['documents']>) =>
      db
        .insertInto('documents')
        .values({
          collection: value.collection,
          id: value.id,
          scope: value.scope,
          seq: value.seq,
          document_json: value.document_json,
          digest_count: value.digest_count,
          digest_high: value.digest_high,
          digest_low: value.digest_low,
        })
        .onConflict((conflict) =>
          conflict.columns(['collection', 'id']).doUpdateSet((row) => ({
            scope: row.ref('excluded.scope'),
            seq: row.ref('excluded.seq'),
            document_json: row.ref('excluded.document_json'),
            digest_count: row.ref('excluded.digest_count'),
            digest_high: row.ref('excluded.digest_high'),
            digest_low: row.ref('excluded.digest_low'),
          })),
        ),
    ),
    noteDeparture: prepareQuery(db, (value: Selectable<SqliteSchema['departures']>) =>
      db
        .insertInto('departures')
        .values({ collection: value.collection, id: value.id, scope: value.scope, seq: value.seq })
        .onConflict((conflict) =>
          conflict
            .columns(['collection', 'id', 'scope'])
            .doUpdateSet((row) => ({ seq: row.ref('excluded.seq') })),
        ),
    ),
    addDigest: prepareQuery(db, ({ collection, scope, count, high, low, newest }: DigestRow) =>
      db
        .insertInto('digests')
        .values({ collection, scope, count, high, low, newest })
        .onConflict((conflict) =>
          conflict.columns(['collection', 'scope']).doUpdateSet({
            count: sql`digests.count + excluded.count`,
            high: sql`(digests.high + excluded.high) & 4294967295`,
            low: sql`(digests.low + excluded.low) & 4294967295`,
            newest: sql`case when digests.newest > excluded.newest then digests.newest else excluded.newest end`,
          }),
        ),
    ),
    appendLog: prepareQuery(db, (row: Selectable<SqliteSchema['log']>) =>
      db.insertInto('log').values({
        seq: row.seq,
        op_id: row.op_id,
        device_id: row.device_id,
        n: row.n,
        kind: row.kind,
        v: row.v,
        actor_json: row.actor_json,
        at: row.at,
        decided_at: row.decided_at,
        payload_hash: row.payload_hash,
        result_json: row.result_json,
        touched_json: row.touched_json,
        previous_hash: row.previous_hash,
        hash: row.hash,
      }),
    ),
    putPayload: prepareQuery(db, ({ op_id, payload_json }: Selectable<SqliteSchema['payloads']>) =>
      db.insertInto('payloads').values({ op_id, payload_json }),
    ),
    erasePayload: prepareQuery(db, ({ opId }: { opId: OpId }) =>
      db.deleteFrom('payloads').where('op_id', '=', opId),
    ),
    putDevice: prepareQuery(db, ({ deviceId, clerkId, lastN }: DeviceRow) =>
      db
        .insertInto('devices')
        .values({ device_id: deviceId, clerk_id: clerkId, last_n: lastN })
        .onConflict((conflict) =>
          conflict.column('device_id').doUpdateSet((row) => ({
            clerk_id: row.ref('excluded.clerk_id'),
            last_n: row.ref('excluded.last_n'),
          })),
        ),
    ),
    addEffect: prepareQuery(
      db,
      ({ id, effect_json, attempts, due_at }: Omit<Selectable<SqliteSchema['outbox']>, 'position'>) =>
        db.insertInto('outbox').values({ id, effect_json, attempts, due_at }),
    ),
    removeEffect: prepareQuery(db, ({ id }: { id: string }) => db.deleteFrom('outbox').where('id', '=', id)),
    postponeEffect: prepareQuery(
      db,
      ({ id, attempts, dueAt }: { id: string; attempts: number; dueAt: Instant }) =>
        db.updateTable('outbox').set({ attempts, due_at: dueAt }).where('id', '=', id),
    ),
  };
}
