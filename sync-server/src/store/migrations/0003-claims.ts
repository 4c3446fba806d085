import type { Migration } from './migration.ts';

export const claims: Migration = {
  number: 3,
  name: 'claims',
  up: async ({ schema }) => {
    await schema
      .createTable('claims')
      .addColumn('counter_id', 'text', (column) => column.notNull())
      .addColumn('unit', 'integer', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('owner', 'text', (column) => column.notNull())
      .addColumn('until', 'text')
      .addColumn('fence', 'integer', (column) => column.notNull())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('claims_key', ['counter_id', 'unit'])
      .execute();
    await schema.createIndex('claims_by_seq').on('claims').column('seq').execute();
  },
};
