import { DatabaseSync } from 'node:sqlite';
import { clerkId, epoch } from '@amtsstube/shared/domain/ids';
import { instant } from '@amtsstube/shared/domain/time';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import type { SalvagedDocument } from '@amtsstube/shared/replication/salvage';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SalvageStore } from './salvage-store.ts';

const municipality = testTown.municipalityId;
const former = epoch.parse('epoch-1');
const anna = clerkId.parse('anna');
const at = instant.parse('2026-11-27T08:00:00.000Z');
const lost = (id: string, document: unknown = { id }): SalvagedDocument => ({
  collection: 'settings',
  id,
  seq: 1,
  document,
});
let database: DatabaseSync;
beforeEach(() => {
  database = new DatabaseSync(':memory:');
});
afterEach(() => database.close());

describe('[L8] room for what desks salvaged', () => {
  it('ends by count and by bytes, and a repeat needs none', () => {
    const salvage = new SalvageStore(database, { documents: 2, bytes: 100 });
    const take = (...documents: SalvagedDocument[]) =>
      salvage.take(municipality, former, documents, anna, at);
    expect(take(lost('a'))).toBe(true);
    expect(take(lost('b', 'x'.repeat(100)))).toBe(false);
    expect(take(lost('b'))).toBe(true);
    expect(take(lost('a'), lost('b'))).toBe(true);
    expect(take(lost('c'))).toBe(false);
    expect(salvage.list(municipality).map(({ id }) => id)).toEqual(['a', 'b']);
    salvage.remove(municipality, { collection: 'settings', id: 'a' });
    expect(take(lost('c'))).toBe(true);
  });

  it('what a former version of this program kept is taken over', () => {
    database.exec(`create table salvage (municipality text not null, collection text not null, id text not null,
      seq integer not null, epoch text not null, document text not null, broughtBy text not null,
      broughtAt text not null, primary key (municipality, collection, id)) strict`);
    database
      .prepare('insert into salvage values (?, ?, ?, ?, ?, ?, ?, ?)')
      .run(municipality, 'settings', 'a', 4, former, '{"id":"a"}', anna, at);
    expect(new SalvageStore(database).list(municipality)).toEqual([
      { ...lost('a'), seq: 4, broughtBy: anna, broughtAt: at },
    ]);
    expect(new SalvageStore(database).list(municipality)).toHaveLength(1);
  });
});
