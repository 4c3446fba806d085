import type { ClaimWrite } from '@amtsstube/shared/domain/appointments/claim';
import type { Instant } from '@amtsstube/shared/domain/time';
import { type Kysely, type RawBuilder, type Selectable, sql } from 'kysely';
import { prepareQuery } from './prepared-query.ts';
import type { SqliteSchema } from './sqlite-schema.ts';
import type { Read, StoredClaim, Tx } from './store.ts';

type ClaimRow = Selectable<SqliteSchema['claims']>;
type Row = Pick<ClaimRow, 'unit'>;

/** Claims as they are read. Plain SQL that PostgreSQL understands as it is. */
export function createClaimReads(
  db: Kysely<SqliteSchema>,
): Pick<Read, 'claims' | 'claimsSince' | 'claimsOf' | 'allClaims'> {
  const claims = db
    .selectFrom('claims')
    .select(['counter_id as counterId', 'unit', 'state', 'owner', 'until', 'fence', 'seq']);
  const ofRange = prepareQuery(db, (value: { counterId: string; from: number; to: number }) =>
    claims
      .where('counter_id', '=', value.counterId as ClaimRow['counter_id'])
      .where('unit', '>=', value.from)
      .where('unit', '<', value.to)
      .orderBy('unit'),
  );
  const ofDecision = prepareQuery(db, (value: { seq: number }) =>
    claims.where('seq', '=', value.seq).orderBy('counter_id').orderBy('unit'),
  );
  const since = prepareQuery(db, (value: { seq: number; from: number }) =>
    claims.where('seq', '>', value.seq).where('unit', '>=', value.from),
  );
  const after = prepareQuery(db, (value: { counterId: string; unit: number; limit: number }) =>
    claims
      .where(sql<boolean>`(counter_id, unit) > (${value.counterId}, ${value.unit})`)
      .orderBy('counter_id')
      .orderBy('unit')
      .limit(value.limit),
  );
  return {
    claims: (range) => ofRange(range),
    claimsSince: (seq, from) => since({ seq, from }),
    claimsOf: (seq) => ofDecision({ seq }),
    allClaims: (last, limit) => after({ counterId: last?.counterId ?? '', unit: last?.unit ?? -1, limit }),
  };
}

/**
 * Claims as they are written (K2). Units go in ascending order, so that two writers of one stretch can't wait for each
 * other; `RETURNING` tells how many were had. Nothing here relies on being alone: with several writers the unique key
 * decides, and who gets fewer units than asked for gets none.
 */
export function createClaimWrites(db: Kysely<SqliteSchema>): Pick<Tx, 'writeClaims' | 'putClaims'> {
  const queries = writeQueries(db);
  const command = (text: string) => sql.raw(text).execute(db);
  return {
    writeClaims: async (writes, seq, decidedAt) => {
      if (writes.length === 0) return true;
      await command('SAVEPOINT claims');
      for (const write of writes) {
        const rows =
          write.does === 'release'
            ? await queries.release({ ...write, seq })
            : await queries.take({ ...write, seq, decidedAt });
        if (write.does === 'take' && rows.length < write.to - write.from) {
          await command('ROLLBACK TO claims');
          await command('RELEASE claims');
          return false;
        }
      }
      await command('RELEASE claims');
      return true;
    },
    putClaims: async (claims) => {
      for (const claim of claims) await queries.put(claim);
    },
  };
}

type Taking = Omit<Exclude<ClaimWrite, { does: 'release' }>, 'does'> & { seq: number; decidedAt: Instant };
type Releasing = Omit<Extract<ClaimWrite, { does: 'release' }>, 'does'> & { seq: number };

function writeQueries(db: Kysely<SqliteSchema>) {
  const raw = <Values extends object>(build: (value: Values) => RawBuilder<Row>) =>
    prepareQuery(db, (value: Values) => ({ compile: () => build(value).compile(db) }));
  return {
    take: raw(
      (value: Taking) => sql<Row>`
        with recursive wanted(unit) as (
          select cast(${value.from} as integer) union all select unit + 1 from wanted where unit + 1 < ${value.to}
        )
        insert into claims (counter_id, unit, state, owner, until, fence, seq)
        select ${value.counterId}, unit, ${value.state}, ${value.owner}, ${value.until}, ${value.fence}, ${value.seq}
        from wanted where true order by unit
        on conflict (counter_id, unit) do update set
          state = excluded.state, owner = excluded.owner, until = excluded.until,
          fence = excluded.fence, seq = excluded.seq
        where claims.until < ${value.decidedAt} or claims.owner = excluded.owner
        returning unit`,
    ),
    release: raw(
      (value: Releasing) => sql<Row>`
        update claims set state = 'cooling', until = ${value.until}, fence = ${value.fence}, seq = ${value.seq}
        where counter_id = ${value.counterId} and unit >= ${value.from} and unit < ${value.to}
          and owner = ${value.owner}
        returning unit`,
    ),
    put: raw(
      (value: StoredClaim) => sql<Row>`
        insert into claims (counter_id, unit, state, owner, until, fence, seq)
        values (${value.counterId}, ${value.unit}, ${value.state}, ${value.owner}, ${value.until}, ${value.fence},
          ${value.seq})
        on conflict (counter_id, unit) do update set
          state = excluded.state, owner = excluded.owner, until = excluded.until,
          fence = excluded.fence, seq = excluded.seq
        where claims.seq < excluded.seq
        returning unit`,
    ),
  };
}
