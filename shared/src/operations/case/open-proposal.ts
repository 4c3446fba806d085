import type { Actor } from '../../domain/actor.ts';
import type { CaseEvent } from '../../domain/case.ts';
import { can } from '../../domain/permissions.ts';
import { type Outcome, refused } from '../outcome.ts';
import type { CaseAndDossier } from './load-case.ts';

type Proposed = Extract<CaseEvent, { kind: 'proposed' }>;

/** The decision that waits for a second clerk, or why there is nothing to say to it. */
export function openProposal(
  { caseRecord, dossier }: CaseAndDossier,
  number: number,
  actor: Extract<Actor, { kind: 'clerk' }>,
): { readonly proposed: Proposed } | { readonly stop: Outcome } {
  if (!can(actor, { action: 'read', on: caseRecord })) return { stop: refused('notAllowed') };
  const { decision, proposal } = caseRecord;
  if (decision !== null)
    return { stop: refused({ code: 'alreadyDecided', byId: decision.decidedBy, at: decision.decidedAt }) };
  const proposed = dossier.events.find(
    (event): event is Proposed => event.kind === 'proposed' && event.number === number,
  );
  // another one by now: nobody approves what she hasn't read
  if (proposal?.number !== number || proposed === undefined) return { stop: refused('noSuchProposal') };
  return { proposed };
}
