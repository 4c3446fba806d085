import type { BlobHash, MediaType } from './blob.ts';
import type { Case, Dossier } from './case.ts';
import { countingCorrections } from './corrections.ts';
import { type CorrectedRow, describeCorrected } from './describe-corrected.ts';
import type { AnswerValue, FormDefinition } from './form.ts';
import type { AnswerWords } from './forms/kinds/kind.ts';
import { labelAt } from './forms/label-at.ts';
import type { Question } from './question.ts';
import type { MunicipalitySettings, Service } from './settings.ts';
import type { Instant } from './time.ts';

/** A file of the case, and where it lies in the same package. */
export interface PackedFile {
  readonly hash: BlobHash;
  readonly name: string;
  readonly mediaType: MediaType;
  readonly size: number;
  /** In the package; null: it isn't in it, `missing` says why. */
  readonly path: string | null;
  readonly missing?: string;
}

export interface CaseJsonSource {
  readonly municipality: MunicipalitySettings;
  readonly service: Service | undefined;
  readonly form: FormDefinition | undefined;
  readonly caseRecord: Case;
  readonly dossier: Dossier;
  readonly answerWords: AnswerWords;
  readonly at: Instant;
  readonly files: readonly PackedFile[];
}

/** One answer for whoever reads the package without the form. */
interface ReadableAnswer {
  readonly path: string;
  readonly label: string;
  readonly entered: { readonly value: AnswerValue; readonly text: string } | null;
  /** What counts instead, where a clerk corrected it; its text is null where it should be empty. */
  readonly corrected?: { readonly value: AnswerValue | null; readonly text: string | null };
}

/**
 * Everything the office has of a case, to be kept or read by another program (`amtsstube/case`, version 1): both of its
 * documents as they are, without the code the applicant follows it with, and beside them what is needed to read them.
 */
export function caseJson(source: CaseJsonSource, nameOf: (clerkId: string) => string): object {
  const { caseRecord, dossier, form, at, files } = source;
  const { trackingCode: _secret, ...kept } = dossier;
  const clerks = new Set(
    [
      caseRecord.assigneeId,
      caseRecord.decision?.decidedBy,
      ...dossier.events.flatMap((event) => Object.entries(event).flatMap(clerkIn)),
    ].filter((id) => id !== null && id !== undefined),
  );
  return {
    format: 'amtsstube/case',
    version: 1,
    exportedAt: at,
    municipality: officeOf(source),
    service: serviceOf(source),
    case: caseRecord,
    dossier: kept,
    clerks: Object.fromEntries([...clerks].map((id) => [id, nameOf(id)])),
    form: form ?? null,
    readable: readable(source),
    files,
  };
}

/**
 * What the body gets that the case is handed over to (`amtsstube/application`, version 1): the application, what was
 * corrected of it, who else takes part, and what the applicant was asked and answered. Listed, not subtracted: what the office noted for itself is not among it.
 */
export function applicationJson(source: CaseJsonSource, to: string): object {
  const { caseRecord, dossier, form, at, files } = source;
  return {
    format: 'amtsstube/application',
    version: 1,
    handedOverAt: at,
    from: officeOf(source),
    to,
    fileReference: caseRecord.fileReference,
    service: serviceOf(source),
    submittedAt: caseRecord.submittedAt,
    applicant: { name: caseRecord.applicantName, email: dossier.contactEmail },
    jointApplicants: (dossier.jointApplicants ?? []).map(({ name, address }) => ({ name, address })),
    representedBy: representativeOf(source),
    answers: dossier.answers,
    asWritten: (dossier.asWritten ?? []).map(({ path, text }) => ({
      path,
      label: labelAt(form, path),
      text,
    })),
    corrections: Object.fromEntries(
      [...countingCorrections(dossier)].map(([path, { value }]) => [path, value]),
    ),
    questions: (dossier.questions ?? []).map(questionFor),
    form: form ?? null,
    readable: readable(source),
    files,
  };
}

function representativeOf({ dossier: { representedBy } }: CaseJsonSource): object | null {
  if (representedBy === undefined) return null;
  const { name, address, hasPowerOfAttorney } = representedBy;
  return { name, address, hasPowerOfAttorney };
}

/** Who asked and why a question was taken back is the office's business; files are named by their hash. */
function questionFor({ text, documents, askedAt, answerBy, answers, end }: Question): object {
  return {
    text,
    documents,
    askedAt,
    answerBy,
    answers: answers.map(({ at, text: answer, files }) => ({ at, text: answer, files })),
    // on the telephone or at the counter
    ...(end?.how === 'closed' && { answeredInClerksWords: { at: end.at, text: end.text } }),
  };
}

/** Members whose name says that a clerk's id stands in them. */
function clerkIn([name, value]: [string, unknown]): readonly string[] {
  return ['byId', 'fromId', 'toId', 'approvedById'].includes(name) && typeof value === 'string'
    ? [value]
    : [];
}

function officeOf({ municipality: { name, address, email, phone } }: CaseJsonSource): object {
  return { name, address, email, phone };
}

function serviceOf({ service, caseRecord }: CaseJsonSource): object {
  return { id: caseRecord.serviceId, name: service?.name ?? null, serviceKey: service?.serviceKey ?? null };
}

/** Without its form an application has its answers only. */
function readable({ form, dossier, answerWords }: CaseJsonSource): object {
  const sections = form ? describeCorrected(form, dossier, answerWords) : [];
  return sections.map(({ section, rows }) => ({ section, answers: answersOf(rows) }));
}

function answersOf(rows: readonly CorrectedRow[]): readonly ReadableAnswer[] {
  return rows.flatMap((row) => {
    if (row.kind === 'entries')
      return row.entries.flatMap(({ title, rows: inner }) =>
        answersOf(inner).map((answer) => ({ ...answer, label: `${title}, ${answer.label}` })),
      );
    const { path, label, entered = null, counting } = row;
    const corrected = counting && { value: counting.value, text: counting.text ?? null };
    return entered === null && corrected === undefined
      ? []
      : [{ path, label, entered, ...(corrected && { corrected }) }];
  });
}
