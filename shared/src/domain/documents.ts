import { annex } from './annex.ts';
import { appointment } from './appointments/appointment.ts';
import { holds } from './appointments/holds.ts';
import { waiting } from './appointments/waiting.ts';
import { caseRecord, dossier } from './case.ts';
import { caseViews } from './case-views.ts';
import { clerk } from './clerk.ts';
import { counter } from './counter.ts';
import { lease } from './lease.ts';
import { sequence, tracking } from './server-only.ts';
import { settings } from './settings.ts';
import { task } from './task.ts';
import type { z } from './zod.ts';

/** The schema of every collection, once: types, the RxDB schema and the server's checks all come from here. */
export const documentSchemas = {
  settings,
  clerks: clerk,
  counters: counter,
  cases: caseRecord,
  dossiers: dossier,
  annexes: annex,
  tasks: task,
  views: caseViews,
  leases: lease,
  appointments: appointment,
  trackings: tracking,
  sequences: sequence,
  holds,
  waitings: waiting,
} as const;

export type CollectionName = keyof typeof documentSchemas;
export type DocumentOf<C extends CollectionName> = z.infer<(typeof documentSchemas)[C]>;
export type AnyDocument = { [C in CollectionName]: DocumentOf<C> }[CollectionName];

/** Names one document. */
export interface Ref<C extends CollectionName = CollectionName> {
  readonly collection: C;
  readonly id: string;
}
export type Key = `${CollectionName}/${string}`;

export function ref<C extends CollectionName>(collection: C, id: string): Ref<C> {
  return { collection, id };
}

export function keyOf({ collection, id }: Ref): Key {
  return `${collection}/${id}`;
}
