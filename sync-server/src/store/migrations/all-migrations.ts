import { documentsAndLog } from './0001-documents-and-log.ts';
import type { Migration } from './migration.ts';

export const allMigrations: readonly Migration[] = [documentsAndLog];
