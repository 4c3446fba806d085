import {
  asWritten,
  type Case,
  type CaseEvent,
  type Dossier,
  jointApplicant,
  representative,
} from '../../domain/case.ts';
import { ref } from '../../domain/documents.ts';
import { checkEntry } from '../../domain/entered-answers.ts';
import { answers } from '../../domain/form.ts';
import { applicantBornOnOf, contactEmailOf } from '../../domain/form-interpreter.ts';
import { caseId, formVersionId, serviceId, trackingCode } from '../../domain/ids.ts';
import { leasedNumber } from '../../domain/lease.ts';
import { can } from '../../domain/permissions.ts';
import { activeScope, scopeForAll } from '../../domain/scope.ts';
import { addDays, instantOf, localDate, localDateOf, millisecondsOf } from '../../domain/time.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, forecastOnly, mail, put, refused } from '../outcome.ts';
import { sequenceIdOf } from './file-reference.ts';
import { giveReference, holdsNumbersOf } from './give-reference.ts';
import { happened } from './load-case.ts';
import { deadlineOf } from './submit-application.ts';

/** The ways in which an application reaches a clerk. */
export const enteredChannel = z.enum(['paper', 'phone', 'email', 'counter']);
export type EnteredChannel = z.infer<typeof enteredChannel>;

/**
 * A clerk enters a case for an applicant. Its ids are made on the desk, and where that holds numbers its file reference
 * too: should another case have it already (a desk put back from an image), it gets the next one and its history says so.
 */
export const enterCase = defineOperation({
  kind: 'enterCase',
  v: 1,
  payload: z.strictObject({
    caseId,
    trackingCode,
    serviceId,
    formVersionId,
    channel: enteredChannel,
    /** The day it reached the office: what is to be done within a time counts from it. */
    receivedOn: localDate,
    answers,
    asWritten: z.array(asWritten).max(300).optional(),
    jointApplicants: z.array(jointApplicant).max(20).optional(),
    representedBy: representative.optional(),
    note: z.string().max(10_000),
    /** null: the desk holds none, the server gives one. */
    leased: leasedNumber.nullable(),
  }),
  reads: (payload) => [
    ref('settings', payload.serviceId),
    ref('settings', payload.formVersionId),
    ref('cases', payload.caseId),
    ref('trackings', payload.trackingCode),
    ref('sequences', sequenceIdOf(payload.serviceId)),
    ...(payload.leased === null ? [] : [ref('leases', payload.leased.leaseId)]),
  ],
  apply: (payload, docs, context) => {
    const { actor, decidedAt } = context;
    const service = docs.get('settings', payload.serviceId);
    const version = docs.get('settings', payload.formVersionId);
    if (service === 'unknown' || version === 'unknown') return forecastOnly();
    if (actor.kind !== 'clerk') return refused('notAllowed');
    if (service?.kind !== 'service') return refused('noSuchService');
    // who holds numbers of a service was of its department when she entered the case
    const mayEnter =
      can(actor, { action: 'enter', in: service.departmentId }) ||
      holdsNumbersOf(service.id, payload.leased, docs, actor);
    if (!mayEnter) return refused('notAllowed');
    // also one that was withdrawn: the paper was printed before that
    if (version?.kind !== 'formVersion' || version.serviceId !== service.id)
      return refused('formVersionGone');
    if (isThere(docs.get('cases', payload.caseId)) || isThere(docs.get('trackings', payload.trackingCode)))
      return refused('alreadyExists');
    const today = localDateOf(decidedAt);
    // a clock that is ahead by a few hours is no reason to lose a case
    if (payload.receivedOn > addDays(today, 1)) return refused('receivedInFuture');
    const receivedOn = payload.receivedOn > today ? today : payload.receivedOn;
    const checked = checkEntry(version.form, payload.answers, payload.asWritten ?? []);
    if (!checked.ok) return refused({ code: 'invalidAnswers', errors: [...checked.errors] });

    const bornOn = applicantBornOnOf(version.form, checked.answers);
    const given = giveReference(payload.leased, service, docs, context);
    const scope = activeScope(service.departmentId);
    const event: CaseEvent = {
      kind: 'entered',
      ...happened(context),
      byId: actor.clerkId,
      channel: payload.channel,
      text: payload.note,
      ...(given.insteadOf !== undefined && {
        renumbered: { from: given.insteadOf, to: given.fileReference },
      }),
    };
    const newCase: Case = {
      id: payload.caseId,
      scope,
      fileReference: given.fileReference,
      serviceId: service.id,
      departmentId: service.departmentId,
      channel: payload.channel,
      status: 'received',
      applicantName: checked.applicantName,
      ...(bornOn !== undefined && { applicantBornOn: bornOn }),
      ...(service.needsSecondApproval && { needsSecondApproval: true as const }),
      submittedAt: receivedOn === today ? decidedAt : noonOf(receivedOn),
      deadlineOn: deadlineOf(service, receivedOn),
      assigneeId: null,
      assignedAt: null,
      decision: null,
      // who enters it has looked at it
      firstTouchedAt: decidedAt,
      eventCount: 1,
      lastEventAt: decidedAt,
    };
    const email = contactEmailOf(version.form, checked.answers);
    const newDossier: Dossier = {
      id: payload.caseId,
      scope,
      formVersionId: version.id,
      answers: checked.answers,
      contactEmail: email ?? null,
      trackingCode: payload.trackingCode,
      events: [event],
      ...(payload.asWritten?.length && { asWritten: payload.asWritten }),
      ...(payload.jointApplicants?.length && { jointApplicants: payload.jointApplicants }),
      ...(payload.representedBy && { representedBy: payload.representedBy }),
    };
    return accepted(
      [
        ...given.changes,
        put('trackings', { id: payload.trackingCode, scope: scopeForAll, caseId: payload.caseId }),
        put('cases', newCase),
        put('dossiers', newDossier),
      ],
      email === undefined ? [] : [mail('received', email, payload.caseId, payload.trackingCode)],
    );
  },
});

function isThere(found: unknown): boolean {
  return found !== undefined && found !== 'unknown';
}

/** Of a former day nobody knows the hour: the middle of it is that day in Berlin, in summer and in winter. */
function noonOf(on: z.infer<typeof localDate>) {
  return instantOf(millisecondsOf(`${on}T11:00:00.000Z` as ReturnType<typeof instantOf>));
}
