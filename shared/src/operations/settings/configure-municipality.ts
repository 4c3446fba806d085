import { clerk } from '../../domain/clerk.ts';
import { counter } from '../../domain/counter.ts';
import { ref } from '../../domain/documents.ts';
import { can } from '../../domain/permissions.ts';
import { settings } from '../../domain/settings.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, put, refused } from '../outcome.ts';

/**
 * Writes settings, clerks and counters as whole documents: what sets a municipality up. Afterwards administrators change single
 * things by kinds of their own, so that two of them don't undo each other's work.
 */
export const configureMunicipality = defineOperation({
  kind: 'configureMunicipality',
  v: 1,
  payload: z.strictObject({
    settings: z.array(settings).max(1000),
    clerks: z.array(clerk).max(1000),
    counters: z.array(counter).max(200).optional(),
  }),
  reads: (payload) => [
    ...payload.settings.map((document) => ref('settings', document.id)),
    ...payload.clerks.map((document) => ref('clerks', document.id)),
    ...(payload.counters ?? []).map((document) => ref('counters', document.id)),
  ],
  apply: (payload, _docs, { actor }) =>
    can(actor, { action: 'configure' })
      ? accepted([
          ...payload.settings.map((document) => put('settings', document)),
          ...payload.clerks.map((document) => put('clerks', document)),
          ...(payload.counters ?? []).map((document) => put('counters', document)),
        ])
      : refused('notAllowed'),
});
