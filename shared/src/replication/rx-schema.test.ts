import { describe, expect, it } from 'vitest';
import { annex } from '../domain/annex.ts';
import { caseViews } from '../domain/case-views.ts';
import { counter } from '../domain/counter.ts';
import type { AnyDocument } from '../domain/documents.ts';
import { templateContent, textBlockContent } from '../domain/letter-template.ts';
import { task } from '../domain/task.ts';
import { aBooking } from '../fixtures/booking-builders.ts';
import { aCase, aDossier, aLease } from '../fixtures/builders.ts';
import { testTown, testTownClerks, testTownSettings } from '../fixtures/test-town.ts';
import { type ReplicatedCollection, replicatedCollections } from './collections.ts';
import { rxSchemaOf } from './rx-schema.ts';

const samples: Record<ReplicatedCollection, readonly AnyDocument[]> = {
  settings: testTownSettings,
  clerks: testTownClerks,
  counters: [
    counter.parse({ id: 'c1', scope: 'all', name: 'Schalter 1', departmentId: testTown.departmentId }),
  ],
  cases: [aCase()],
  dossiers: [aDossier()],
  annexes: [annex.parse({ id: 'case-1', scope: 'all', related: [], persons: [] })],
  tasks: [
    task.parse({
      id: 'task-1',
      scope: 'all',
      departmentId: testTown.departmentId,
      caseId: null,
      text: 'Bitte anrufen',
      dueOn: null,
      forId: null,
      byId: testTown.annaBergerId,
      madeAt: aCase().submittedAt,
      done: null,
    }),
  ],
  views: [caseViews.parse({ id: 'case-1.2026-11', scope: 'all', caseId: 'case-1', views: [] })],
  leases: [aLease()],
  appointments: [aBooking()],
};

describe('the local database’s schema', () => {
  it.each(replicatedCollections)('%s: every member of a document has its name there', (collection) => {
    const { properties } = rxSchemaOf(collection);
    for (const document of samples[collection])
      for (const name of Object.keys(document)) expect(properties, name).toHaveProperty(name);
  });

  it('settings: the members of all kinds, and nothing else', () => {
    // what only some documents have
    const names = new Set([
      'seq',
      'colour',
      'publishedById',
      'publishedAt',
      'deactivatedAt',
      'isSwitchedOff',
      'decisionWithinMonths',
      'offerMinutes',
      'queueEarlyMinutes',
      'queueLateMinutes',
      'queueLongestMinutes',
      'visitQuestions',
      'accessibilityBody',
      'knownBarriers',
      'privacyAuthority',
      'bankHolder',
      'bankIban',
      'bankBic',
      'publishedAt',
      'needsSecondApproval',
      'retiredAt',
      'publishedAt',
      // a town without templates and text blocks of its own uses what is shipped
      ...Object.keys(templateContent.shape),
      ...Object.keys(textBlockContent.shape),
      'version',
      ...testTownSettings.flatMap((document) => Object.keys(document)),
    ]);
    expect(new Set(Object.keys(rxSchemaOf('settings').properties))).toEqual(names);
  });

  it.each(replicatedCollections)('%s: id is the key, bounded, and seq goes with each', (collection) => {
    expect(rxSchemaOf(collection)).toMatchObject({
      title: collection,
      version: 0,
      primaryKey: 'id',
      type: 'object',
      properties: { id: { type: 'string', maxLength: 80 }, seq: { type: 'number' } },
      required: ['id', 'seq'],
    });
  });

  it.each(replicatedCollections)('%s: no name that RxDB keeps for itself', (collection) => {
    for (const name of Object.keys(rxSchemaOf(collection).properties)) {
      expect(name).toMatch(/^[a-zA-Z][a-zA-Z0-9]*$/);
      expect(['deleted', 'collection', 'get', 'update', 'remove', 'revision', 'toJSON']).not.toContain(name);
    }
  });
});
