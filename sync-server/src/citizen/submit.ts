import type { BlobHash } from '@amtsstube/shared/domain/blob';
import type { Case } from '@amtsstube/shared/domain/case';
import { ref } from '@amtsstube/shared/domain/documents';
import type { Answers } from '@amtsstube/shared/domain/form';
import type { CaseId } from '@amtsstube/shared/domain/ids';
import type { Language } from '@amtsstube/shared/domain/language';
import type { Instant } from '@amtsstube/shared/domain/time';
import { submitApplication } from '@amtsstube/shared/operations/case/submit-application';
import type { Refusal } from '@amtsstube/shared/operations/refusal';
import type { CoreContext } from '../core-context.ts';
import { executeServerOperation } from '../execute/execute.ts';
import type { FormTicket } from './tickets.ts';

/** What goes with an application beside its answers. */
export interface Circumstances {
  readonly language?: Language;
  /** Of its files those that nobody has looked through yet. */
  readonly inCheck?: readonly BlobHash[];
}

export type Submitted =
  | { readonly outcome: 'received' }
  /** The form was sent before with another text, which counts. */
  | { readonly outcome: 'otherTextReceived' }
  | { readonly outcome: 'refused'; readonly reason: Refusal };

/**
 * Sends an application, any number of times with the same ticket: the first time counts (S2). The time of the
 * first and its circumstances are part of the operation, so a repetition takes them over, otherwise it would look like
 * another text.
 */
export async function submit(
  core: CoreContext,
  ticket: FormTicket,
  answers: Answers,
  now: Circumstances = {},
): Promise<Submitted> {
  const before = await firstSent(core, ticket);
  const first = await send(core, ticket, answers, before ?? { ...now, at: core.now() });
  // two at once: the other was faster, and its time wasn't known a moment ago
  const second =
    first.decided === 'alreadyReceived' && before === undefined
      ? await send(core, ticket, answers, (await firstSent(core, ticket)) ?? { ...now, at: core.now() })
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

async function send(
  core: CoreContext,
  ticket: FormTicket,
  answers: Answers,
  { at, language, inCheck = [] }: Circumstances & { readonly at: Instant },
) {
  const { caseId, trackingCode, serviceId, formVersionId } = ticket;
  const decision = await executeServerOperation(
    core,
    ticket.municipality,
    {
      opId: ticket.opId,
      deviceId: null,
      kind: submitApplication.kind,
      v: submitApplication.v,
      payload: {
        caseId,
        trackingCode,
        serviceId,
        formVersionId,
        answers,
        ...(language !== undefined && { language }),
        ...(inCheck.length > 0 && { inCheck }),
      },
      at,
    },
    { kind: 'citizen' },
  );
  return decision.result;
}

async function firstSent(
  core: CoreContext,
  { municipality, opId }: FormTicket,
): Promise<(Circumstances & { readonly at: Instant }) | undefined> {
  return core.store.snapshot(municipality, async (read) => {
    const row = await read.logByOpId(opId);
    if (!row) return undefined;
    const sent = submitApplication.payload.safeParse(await read.payload(opId)).data;
    return {
      at: row.at,
      ...(sent?.language !== undefined && { language: sent.language }),
      ...(sent?.inCheck !== undefined && { inCheck: sent.inCheck }),
    };
  });
}
