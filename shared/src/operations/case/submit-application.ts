import { type BlobHash, blobHash, fileKind, mediaTypeOfKind } from '../../domain/blob.ts';
import type { Attachment, Case, Dossier } from '../../domain/case.ts';
import { ref } from '../../domain/documents.ts';
import { answers } from '../../domain/form.ts';
import {
  applicantBornOnOf,
  applicantNameOf,
  checkAnswers,
  contactEmailOf,
} from '../../domain/form-interpreter.ts';
import type { UploadedFile } from '../../domain/forms/answers.ts';
import { filesOf } from '../../domain/forms/files-of.ts';
import { caseId, formVersionId, serviceId, trackingCode } from '../../domain/ids.ts';
import { language } from '../../domain/language.ts';
import { can } from '../../domain/permissions.ts';
import { activeScope, scopeForAll } from '../../domain/scope.ts';
import type { Sequence } from '../../domain/server-only.ts';
import type { Service } from '../../domain/settings.ts';
import { addDays, type Instant, type LocalDate, localDateOf } from '../../domain/time.ts';
import { workingDayFrom } from '../../domain/working-days.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, forecastOnly, mail, put, refused } from '../outcome.ts';

/** A citizen sends an application. caseId and trackingCode were made when the form was opened, so a repeated send is the same one. */
export const submitApplication = defineOperation({
  kind: 'submitApplication',
  v: 1,
  payload: z.strictObject({
    caseId,
    trackingCode,
    serviceId,
    formVersionId,
    answers,
    language: language.optional(),
    /** Of the files in the answers those that nobody has looked through for malware yet: at most as many as they hold. */
    inCheck: z.array(blobHash).optional(),
  }),
  reads: (payload) => [
    ref('settings', payload.serviceId),
    ref('settings', payload.formVersionId),
    ref('cases', payload.caseId),
    ref('trackings', payload.trackingCode),
    ref('sequences', sequenceIdOf(payload.serviceId)),
  ],
  apply: (payload, docs, { actor, decidedAt, opId }) => {
    const service = docs.get('settings', payload.serviceId);
    const version = docs.get('settings', payload.formVersionId);
    const sequence = docs.get('sequences', sequenceIdOf(payload.serviceId));
    const existing = docs.get('cases', payload.caseId);
    const taken = docs.get('trackings', payload.trackingCode);
    if (service === 'unknown' || version === 'unknown' || sequence === 'unknown') return forecastOnly();
    if (!can(actor, { action: 'submit' })) return refused('notAllowed');
    if (service?.kind !== 'service') return refused('noSuchService');
    if (
      version?.kind !== 'formVersion' ||
      version.serviceId !== service.id ||
      version.state !== 'published'
    ) {
      return refused('formVersionGone');
    }
    if (service.isSwitchedOff === true) return refused('serviceNotOffered');
    if (existing !== undefined || taken !== undefined) return refused('alreadyExists');
    const checked = checkAnswers(version.form, payload.answers);
    if (!checked.ok) return refused({ code: 'invalidAnswers', errors: [...checked.errors] });

    const next = nextInSequence(service.id, sequence, decidedAt);
    const scope = activeScope(service.departmentId);
    const bornOn = applicantBornOnOf(version.form, checked.answers);
    const newCase: Case = {
      id: payload.caseId,
      scope,
      fileReference: `${service.referencePrefix}-${next.year}-${String(next.last).padStart(5, '0')}`,
      serviceId: service.id,
      departmentId: service.departmentId,
      channel: 'web',
      status: 'received',
      applicantName: applicantNameOf(version.form, checked.answers),
      ...(bornOn !== undefined && { applicantBornOn: bornOn }),
      submittedAt: decidedAt,
      deadlineOn: deadlineOf(service, decidedAt),
      assigneeId: null,
      assignedAt: null,
      decision: null,
      ...(service.needsSecondApproval && { needsSecondApproval: true as const }),
      eventCount: 1,
      lastEventAt: decidedAt,
    };
    const files = filesOf(version.form, checked.answers).map((file) =>
      attachmentOf(file, payload, decidedAt),
    );
    const email = contactEmailOf(version.form, checked.answers);
    const newDossier: Dossier = {
      id: payload.caseId,
      scope,
      formVersionId: version.id,
      answers: checked.answers,
      contactEmail: email ?? null,
      trackingCode: payload.trackingCode,
      ...(payload.language !== undefined && { language: payload.language }),
      events: [{ kind: 'submitted', opId, at: decidedAt }],
      ...(files.length > 0 && { attachments: files }),
    };
    return accepted(
      [
        put('sequences', next),
        put('trackings', { id: payload.trackingCode, scope: scopeForAll, caseId: payload.caseId }),
        put('cases', newCase),
        put('dossiers', newDossier),
      ],
      email === undefined ? [] : [mail('received', email, payload.caseId, payload.trackingCode)],
    );
  },
});

/** The bytes are known to the page that took them: it names only what was brought with this very application (B1). */
function attachmentOf(
  { hash: given, name, kind, bytes }: UploadedFile,
  { inCheck }: { readonly inCheck?: readonly BlobHash[] | undefined },
  addedAt: Instant,
): Attachment {
  const hash = blobHash.parse(given);
  return {
    hash,
    name,
    mediaType: mediaTypeOfKind[fileKind.parse(kind)],
    size: bytes,
    addedBy: null,
    addedAt,
    ...(inCheck?.includes(hash) && { withheld: 'inCheck' }),
  };
}

function sequenceIdOf(service: string): string {
  return `file-reference.${service}`;
}

/**
 * Counted from the local day it came in; weekends and holidays count too, but it doesn't end on one (§ 31 Abs. 3 VwVfG).
 */
function deadlineOf({ decisionWithinDays }: Service, submittedAt: Instant): LocalDate | null {
  if (decisionWithinDays === null) return null;
  return workingDayFrom(addDays(localDateOf(submittedAt), decisionWithinDays));
}

/** Numbers start at 1 each year; the year is the local one at the time of decision. */
function nextInSequence(service: string, before: Sequence | undefined, decidedAt: Instant): Sequence {
  const year = Number(localDateOf(decidedAt).slice(0, 4));
  const last = before?.year === year ? before.last : 0;
  return { id: sequenceIdOf(service), scope: scopeForAll, year, last: last + 1 };
}
