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
import { fileReferenceOf } from '../../domain/lease.ts';
import { can } from '../../domain/permissions.ts';
import { activeScope, scopeForAll } from '../../domain/scope.ts';
import type { Service } from '../../domain/settings.ts';
import { addDays, addMonths, type Instant, type LocalDate, localDateOf } from '../../domain/time.ts';
import { workingDayFrom } from '../../domain/working-days.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, forecastOnly, mail, put, refused } from '../outcome.ts';
import { sequenceIdOf, takeNumbers, yearOfDecision } from './file-reference.ts';

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

    const year = yearOfDecision(sequence, decidedAt);
    const next = takeNumbers(sequenceIdOf(service.id), sequence, year, 1, year);
    const scope = activeScope(service.departmentId);
    const bornOn = applicantBornOnOf(version.form, checked.answers);
    const newCase: Case = {
      id: payload.caseId,
      scope,
      fileReference: fileReferenceOf(service.referencePrefix, year, next.to),
      serviceId: service.id,
      departmentId: service.departmentId,
      channel: 'web',
      status: 'received',
      applicantName: applicantNameOf(version.form, checked.answers),
      ...(bornOn !== undefined && { applicantBornOn: bornOn }),
      submittedAt: decidedAt,
      deadlineOn: deadlineOf(service, localDateOf(decidedAt)),
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
        put('sequences', next.sequence),
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

/**
 * Counted from the day it came in, which isn't counted itself (§ 31 Abs. 1 VwVfG with § 187 Abs. 1 BGB): days with weekends
 * and holidays among them, months to the day of the same number, or the last of a month that has none (§ 188 Abs. 2 and 3
 * BGB). It doesn't end on a day on which nobody works (§ 31 Abs. 3 VwVfG, § 193 BGB).
 */
export function deadlineOf(
  { decisionWithinDays, decisionWithinMonths }: Service,
  receivedOn: LocalDate,
): LocalDate | null {
  if (decisionWithinMonths !== undefined) return workingDayFrom(addMonths(receivedOn, decisionWithinMonths));
  return decisionWithinDays === null ? null : workingDayFrom(addDays(receivedOn, decisionWithinDays));
}
