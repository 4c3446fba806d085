import type { Migration } from './migration.ts';

export const departures: Migration = {
  number: 2,
  name: 'departures',
  up: async ({ schema }) => {
    await schema
      .createTable('departures')
      .addColumn('collection', 'text', (column) => column.notNull())
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('scope', 'text', (column) => column.notNull())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('departures_key', ['collection', 'id', 'scope'])
      .execute();
    await schema
      .createIndex('departures_by_scope')
      .on('departures')
      .columns(['collection', 'scope', 'seq', 'id'])
      .execute();
  },
};
