import { blobHash, blobName, blobSize, mediaType } from './blob.ts';
import { decision, decisionKind } from './decision.ts';
import { eventCommon } from './event-common.ts';
import { decidedFee, feeSums, proposedFee } from './fees/fee.ts';
import { feeEvents } from './fees/fee-events.ts';
import { answers } from './form.ts';
import { memberValue } from './forms/answers.ts';
import { answerPath, fieldId } from './forms/field-id.ts';
import {
  caseId,
  clerkId,
  departmentId,
  formVersionId,
  letterId,
  opId,
  questionId,
  serviceId,
  trackingCode,
} from './ids.ts';
import { language } from './language.ts';
import { caseLetter, letter } from './letter.ts';
import { question } from './question.ts';
import { scope } from './scope.ts';
import { instant, localDate } from './time.ts';
import { z } from './zod.ts';

export { type Decision, decision } from './decision.ts';

/** How an application came in: sent by the applicant herself, or entered by a clerk. */
export const channel = z.enum(['web', 'paper', 'phone', 'email', 'counter']);
export type Channel = z.infer<typeof channel>;

const caseStatus = z.enum(['received', 'inProgress', 'waiting', 'decided']);

/** When somebody wants to see the case again (Wiedervorlage), and why. */
export const followUp = z.strictObject({ on: localDate, word: z.string().max(500), byId: clerkId });
export type FollowUp = z.infer<typeof followUp>;

/** Who it is handed over to, as the letter to them calls it (Landkreis Musterland, Bauordnungsamt). */
export const bodyName = z.string().max(160);
/** To that body, in the letter that goes with it. */
export const handOverWord = z.string().max(2000);

/** The small, listed state of what the office does about an application (≈ 1 KB; the rest is the dossier). */
export const caseRecord = z.strictObject({
  id: caseId,
  scope,
  /** Given by the server; '' until then. */
  fileReference: z.string().max(40),
  serviceId,
  departmentId,
  channel,
  status: caseStatus,
  /** At most four answers of 500 characters (`formDefinition`), joined by spaces. */
  applicantName: z.string().max(2003),
  /** Where the form asks for it: with the name it tells whether another case may be the same person's. */
  applicantBornOn: localDate.optional(),
  submittedAt: instant,
  /** The day by which it is to be decided; null where the service has no such time. */
  deadlineOn: localDate.nullable(),
  /** By when the applicant is to answer; null where nothing is asked. Absent, like the two below, in what came before. */
  waitingUntil: localDate.nullable().optional(),
  /** Answers of the applicant that no clerk has taken note of. */
  unreadAnswers: z.int().min(0).optional(),
  followUp: followUp.nullable().optional(),
  assigneeId: clerkId.nullable(),
  assignedAt: instant.nullable(),
  /** How the case ended: decided here, or handed over to the body that decides it (`handToBody`). */
  decision: z
    .strictObject({
      kind: z.enum([...decisionKind.options, 'handedOver']),
      decidedBy: clerkId,
      decidedAt: instant,
    })
    .nullable(),
  /** When a clerk first did something about it. Absent: nobody has yet, or it came in before this was kept. */
  firstTouchedAt: instant.optional(),
  /** Absent: none is charged. */
  fee: feeSums.optional(),
  /** Nobody decides alone: as the service said when the application came in. */
  needsSecondApproval: z.literal(true).optional(),
  /** Decided by one, and waiting for another to approve it. The text and the letter are in the history. */
  proposal: z
    .strictObject({ number: z.int().min(1), kind: decisionKind, byId: clerkId, at: instant })
    .optional(),
  /** Closed long ago: the dossier rests on the server and is fetched when somebody opens it (`shelveCase`). */
  isShelved: z.literal(true).optional(),
  /** How many events the dossier has: a cheap sign of news, and of a pair that came apart. */
  eventCount: z.int().min(0),
  lastEventAt: instant,
});
export type Case = z.infer<typeof caseRecord>;

/** Why a file was taken away. */
export const removalReason = z.string().max(500);

/** What a clerk says an answer should read; null: nothing. */
export const correctedValue = memberValue.nullable();
export type CorrectedValue = z.infer<typeof correctedValue>;

/** The corrections a clerk saw in force when she made hers; none: what was entered. */
export const basedOn = z.array(opId).max(100);

/** How a required document is there; null: it isn't (any more). */
export const documentPresence = z.enum(['paper', 'file']).nullable();
export type DocumentPresence = z.infer<typeof documentPresence>;
const documentLabel = z.string().max(200);

/** One line of a case's history: insert-only, one per operation. */
export const caseEvent = z.discriminatedUnion('kind', [
  z.strictObject({ ...eventCommon, kind: z.literal('submitted') }),
  /** By a clerk, for an applicant who came in another way than the web. */
  z.strictObject({
    ...eventCommon,
    kind: z.literal('entered'),
    byId: clerkId,
    channel,
    text: z.string().max(10_000),
    /** Another case already had the file reference the desk had given: the case got another one. */
    renumbered: z.strictObject({ from: z.string().max(40), to: z.string().max(40) }).optional(),
  }),
  z.strictObject({
    ...eventCommon,
    kind: z.literal('assigned'),
    byId: clerkId,
    fromId: clerkId.nullable(),
    toId: clerkId.nullable(),
    word: z.string().max(500),
  }),
  /** To another department; nobody holds it there yet. */
  z.strictObject({
    ...eventCommon,
    kind: z.literal('moved'),
    byId: clerkId,
    fromId: clerkId.nullable(),
    fromDepartmentId: departmentId,
    toDepartmentId: departmentId,
    word: z.string().max(500),
  }),
  z.strictObject({ ...eventCommon, kind: z.literal('note'), byId: clerkId, text: z.string().max(10_000) }),
  z.strictObject({ ...eventCommon, kind: z.literal('fileAdded'), byId: clerkId, name: blobName }),
  /** In a file of the case: by the scanner, no person. */
  z.strictObject({ ...eventCommon, kind: z.literal('malwareFound'), name: blobName }),
  z.strictObject({
    ...eventCommon,
    kind: z.literal('fileRemoved'),
    byId: clerkId,
    name: blobName,
    reason: removalReason,
  }),
  /** Stands beside what was entered, which never changes (`corrections.ts`). */
  z.strictObject({
    ...eventCommon,
    kind: z.literal('answerCorrected'),
    byId: clerkId,
    path: answerPath,
    value: correctedValue,
    basedOn,
  }),
  /** A required document, by the name the form gives it. */
  z.strictObject({
    ...eventCommon,
    kind: z.literal('documentTicked'),
    byId: clerkId,
    documentId: fieldId,
    label: documentLabel,
    as: documentPresence,
  }),
  /** What was asked and answered stands with the question. */
  z.strictObject({ ...eventCommon, kind: z.literal('questionAsked'), byId: clerkId, questionId }),
  /** `isLate`: the question was open no more. */
  z.strictObject({
    ...eventCommon,
    kind: z.literal('questionAnswered'),
    questionId,
    files: z.int().min(0),
    isLate: z.boolean(),
  }),
  z.strictObject({
    ...eventCommon,
    kind: z.literal('questionClosed'),
    byId: clerkId,
    questionId,
    as: z.enum(['closed', 'withdrawn']),
  }),
  z.strictObject({ ...eventCommon, kind: z.literal('answerRead'), byId: clerkId, questionId }),
  /** null: no follow-up any more. */
  z.strictObject({
    ...eventCommon,
    kind: z.literal('followUpSet'),
    byId: clerkId,
    on: localDate.nullable(),
    word: z.string().max(500),
  }),
  z.strictObject({
    ...eventCommon,
    kind: z.literal('deadlineExtended'),
    byId: clerkId,
    /** null: there was none, and a clerk set one of her own. */
    from: localDate.nullable(),
    until: localDate,
    reason: z.string().max(2000),
  }),
  /** Decided by one, to be approved by another. */
  z.strictObject({
    ...eventCommon,
    kind: z.literal('proposed'),
    byId: clerkId,
    number: z.int().min(1),
    decision,
    letter: letter.optional(),
    fee: proposedFee.optional(),
  }),
  z.strictObject({ ...eventCommon, kind: z.literal('returned'), byId: clerkId, word: z.string().max(2000) }),
  z.strictObject({
    ...eventCommon,
    kind: z.literal('decided'),
    byId: clerkId,
    decision,
    /** Where it took two. */
    approvedById: clerkId.optional(),
    /** What it costs, where it said so. */
    fee: decidedFee.optional(),
  }),
  z.strictObject({ ...eventCommon, kind: z.literal('letterWritten'), byId: clerkId, letterId }),
  z.strictObject({ ...eventCommon, kind: z.literal('letterPosted'), byId: clerkId, letterId, on: localDate }),
  /** Abgabe: to the body that decides it. */
  z.strictObject({
    ...eventCommon,
    kind: z.literal('handedToBody'),
    byId: clerkId,
    bodyName,
    word: handOverWord,
  }),
  ...feeEvents,
  /** Never stored: in an older program's view, what a newer server wrote (`newer-document.ts`). */
  z.strictObject({ ...eventCommon, kind: z.literal('ofNewerProgram') }),
]);
export type CaseEvent = z.infer<typeof caseEvent>;

const withheld = z.enum(['inCheck', 'infected']);

/** A file of a case. That it is named says nothing about where its bytes are (B1). */
export const attachment = z.strictObject({
  hash: blobHash,
  name: blobName,
  mediaType,
  size: blobSize,
  /** null: it came from the applicant. */
  addedBy: clerkId.nullable(),
  addedAt: instant,
  /** It came with an answer to this question; absent: with the application, or from a clerk. */
  questionId: questionId.optional(),
  /** Not to be opened: nobody has looked through it yet, or malware was found. Absent: nothing is known against it. */
  withheld: withheld.optional(),
});
export type Attachment = z.infer<typeof attachment>;

/** An answer that can't be read by the form's rules, as it stands on the paper: kept beside the answers, never among them. */
export const asWritten = z.strictObject({ path: answerPath, text: z.string().min(1).max(5000) });
export type AsWritten = z.infer<typeof asWritten>;

const partyName = z.string().trim().min(1).max(300);
const partyAddress = z.string().trim().max(500);

/** Who applies together with the applicant. */
export const jointApplicant = z.strictObject({ name: partyName, address: partyAddress });
export type JointApplicant = z.infer<typeof jointApplicant>;

/** Who acts for the applicant (§ 14 VwVfG), and whether the power of attorney lies before the office. */
export const representative = z.strictObject({
  name: partyName,
  address: partyAddress,
  hasPowerOfAttorney: z.boolean(),
});
export type Representative = z.infer<typeof representative>;

/** The rest of a case, under the same id: the application as sent (never changed) and the history. */
export const dossier = z.strictObject({
  id: caseId,
  scope,
  formVersionId,
  answers,
  contactEmail: z.email().max(254).nullable(),
  /** In which the pages were read, and mails are wanted. Absent: German, as in all that came before there were two. */
  language: language.optional(),
  trackingCode,
  events: z.array(caseEvent),
  // absent in what an applicant sent herself
  asWritten: z.array(asWritten).max(300).optional(),
  jointApplicants: z.array(jointApplicant).max(20).optional(),
  representedBy: representative.optional(),
  /** In the order they came. Absent until there is one: dossiers of before this existed have none. */
  attachments: z.array(attachment).optional(),
  /** Required documents that are there. Absent until one is. */
  documents: z
    .array(
      z.strictObject({
        documentId: fieldId,
        as: documentPresence.unwrap(),
        byId: clerkId,
        at: instant,
      }),
    )
    .max(100)
    .optional(),
  /** In the order they were written. Absent until there is one. */
  letters: z.array(caseLetter).optional(),
  /** In the order they were asked. Absent until there is one. */
  questions: z.array(question).optional(),
});
export type Dossier = z.infer<typeof dossier>;
