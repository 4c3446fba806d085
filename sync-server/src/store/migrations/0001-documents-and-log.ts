import type { Migration } from './migration.ts';

export const documentsAndLog: Migration = {
  number: 1,
  name: 'documents and log',
  up: async (db) => {
    const { schema } = db;
    await schema
      .createTable('head')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('epoch', 'text', (column) => column.notNull())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .execute();

    await schema
      .createTable('documents')
      .addColumn('collection', 'text', (column) => column.notNull())
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('scope', 'text', (column) => column.notNull())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('digest_count', 'integer', (column) => column.notNull())
      .addColumn('digest_high', 'integer', (column) => column.notNull())
      .addColumn('digest_low', 'integer', (column) => column.notNull())
      // last, so that what is small can be read without the pages of a long document
      .addColumn('document_json', 'text')
      .addPrimaryKeyConstraint('documents_key', ['collection', 'id'])
      .execute();
    await schema
      .createIndex('documents_by_scope')
      .on('documents')
      .columns(['collection', 'scope', 'seq', 'id'])
      .execute();

    await schema
      .createTable('digests')
      .addColumn('collection', 'text', (column) => column.notNull())
      .addColumn('scope', 'text', (column) => column.notNull())
      .addColumn('count', 'integer', (column) => column.notNull())
      .addColumn('high', 'integer', (column) => column.notNull())
      .addColumn('low', 'integer', (column) => column.notNull())
      .addColumn('newest', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('digests_key', ['collection', 'scope'])
      .execute();

    await schema
      .createTable('log')
      .addColumn('seq', 'integer', (column) => column.primaryKey())
      .addColumn('op_id', 'text', (column) => column.notNull().unique())
      .addColumn('device_id', 'text')
      .addColumn('n', 'integer')
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('v', 'integer', (column) => column.notNull())
      .addColumn('actor_json', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('decided_at', 'text', (column) => column.notNull())
      .addColumn('payload_hash', 'text', (column) => column.notNull())
      .addColumn('result_json', 'text', (column) => column.notNull())
      .addColumn('touched_json', 'text', (column) => column.notNull())
      .addColumn('previous_hash', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .execute();
    // unique: nothing of a journal is decided twice, whatever the code above thinks
    await schema.createIndex('log_by_device').unique().on('log').columns(['device_id', 'n']).execute();

    await schema
      .createTable('payloads')
      .addColumn('op_id', 'text', (column) => column.primaryKey().references('log.op_id'))
      .addColumn('payload_json', 'text', (column) => column.notNull())
      .execute();

    await schema
      .createTable('devices')
      .addColumn('device_id', 'text', (column) => column.primaryKey())
      .addColumn('clerk_id', 'text', (column) => column.notNull())
      .addColumn('last_n', 'integer', (column) => column.notNull())
      .execute();

    await schema
      .createTable('outbox')
      .addColumn('position', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('id', 'text', (column) => column.notNull().unique())
      .addColumn('effect_json', 'text', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('due_at', 'text', (column) => column.notNull())
      .execute();
    await schema.createIndex('outbox_by_due').on('outbox').columns(['due_at', 'position']).execute();
  },
};
