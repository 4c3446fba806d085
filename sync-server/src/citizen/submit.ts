import type { Case } from '@amtsstube/shared/domain/case';
import { ref } from '@amtsstube/shared/domain/documents';
import type { Answers } from '@amtsstube/shared/domain/form';
import type { CaseId } from '@amtsstube/shared/domain/ids';
import type { Instant } from '@amtsstube/shared/domain/time';
import { submitApplication } from '@amtsstube/shared/operations/case/submit-application';
import type { Refusal } from '@amtsstube/shared/operations/refusal';
import type { CoreContext } from '../core-context.ts';
import { executeServerOperation } from '../execute/execute.ts';
import type { FormTicket } from './tickets.ts';

export type Submitted =
  | { readonly outcome: 'received' }
  /** The form was sent before with another text, which counts. */
  | { readonly outcome: 'otherTextReceived' }
  | { readonly outcome: 'refused'; readonly reason: Refusal };

/**
 * Sends an application, any number of times with the same ticket: the first time counts (S2). The time of the
 * first is part of the operation, so a repetition takes it over, otherwise it would look like another text.
 */
export async function submit(core: CoreContext, ticket: FormTicket, answers: Answers): Promise<Submitted> {
  const firstAt = await firstSentAt(core, ticket);
  const first = await send(core, ticket, answers, firstAt ?? core.now());
  // two at once: the other was faster, and its time wasn't known a moment ago
  const second =
    first.decided === 'alreadyReceived' && firstAt === undefined
      ? await send(core, ticket, answers, (await firstSentAt(core, ticket)) ?? core.now())
      : first;
  switch (second.decided) {
    case 'accepted':
      return { outcome: 'received' };
    case 'alreadyReceived':
      return { outcome: 'otherTextReceived' };
    case 'refused':
      return { outcome: 'refused', reason: second.reason };
  }
}

/** How the application sent with this ticket was decided on arrival; undefined: none was sent. */
export async function arrivalOf(
  core: CoreContext,
  ticket: FormTicket,
): Promise<'accepted' | 'refused' | undefined> {
  const row = await core.store.snapshot(ticket.municipality, (read) => read.logByOpId(ticket.opId));
  return row?.result.decided;
}

export async function caseOf(
  core: CoreContext,
  ticket: Pick<FormTicket, 'municipality'> & { caseId: CaseId },
): Promise<Case | undefined> {
  const stored = await core.store.snapshot(ticket.municipality, (read) =>
    read.document(ref('cases', ticket.caseId)),
  );
  return (stored?.document ?? undefined) as Case | undefined;
}

async function send(core: CoreContext, ticket: FormTicket, answers: Answers, at: Instant) {
  const { caseId, trackingCode, serviceId, formVersionId } = ticket;
  const decision = await executeServerOperation(
    core,
    ticket.municipality,
    {
      opId: ticket.opId,
      deviceId: null,
      kind: submitApplication.kind,
      v: submitApplication.v,
      payload: { caseId, trackingCode, serviceId, formVersionId, answers },
      at,
    },
    { kind: 'citizen' },
  );
  return decision.result;
}

async function firstSentAt(core: CoreContext, ticket: FormTicket): Promise<Instant | undefined> {
  return (await core.store.snapshot(ticket.municipality, (read) => read.logByOpId(ticket.opId)))?.at;
}
