import { documentsAndLog } from './0001-documents-and-log.ts';
import { departures } from './0002-departures.ts';
import { claims } from './0003-claims.ts';
import type { Migration } from './migration.ts';

export const allMigrations: readonly Migration[] = [documentsAndLog, departures, claims];
