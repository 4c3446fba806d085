import type { z } from '../domain/zod.ts';
import { blockTime, unblockTime } from './appointment/block-time.ts';
import { bookByClerk } from './appointment/book-by-clerk.ts';
import { bookLeased } from './appointment/book-leased.ts';
import { callTicket, changeTicket } from './appointment/call-ticket.ts';
import { cancelAppointment } from './appointment/cancel-appointment.ts';
import { eraseAppointments } from './appointment/erase-appointments.ts';
import { extendHold, holdSlot } from './appointment/hold-slot.ts';
import { leaseTime, returnTime, revokeTime } from './appointment/lease-time.ts';
import { moveAppointment } from './appointment/move-appointment.ts';
import { noteWish } from './appointment/note-wish.ts';
import { confirmBooking, requestBooking } from './appointment/request-booking.ts';
import { changeBooking, setClosure } from './appointment/set-closure.ts';
import { setException, setOpeningHours } from './appointment/set-opening-hours.ts';
import { takeTicket } from './appointment/take-ticket.ts';
import { joinWaitingList, leaveWaitingList, offerSlot } from './appointment/waiting-list.ts';
import { addNote } from './case/add-note.ts';
import { answerQuestion } from './case/answer-question.ts';
import { approveDecision } from './case/approve-decision.ts';
import { askApplicant } from './case/ask-applicant.ts';
import { assignCase } from './case/assign-case.ts';
import { attachFile } from './case/attach-file.ts';
import { closeQuestion } from './case/close-question.ts';
import { confirmSamePerson } from './case/confirm-same-person.ts';
import { correctAnswer } from './case/correct-answer.ts';
import { decideCase } from './case/decide-case.ts';
import { enterCase } from './case/enter-case.ts';
import { eraseCase } from './case/erase-case.ts';
import { extendDeadline } from './case/extend-deadline.ts';
import { handToBody } from './case/hand-to-body.ts';
import { leaseNumbers } from './case/lease-numbers.ts';
import { linkCases, unlinkCases } from './case/link-cases.ts';
import { markSeen } from './case/mark-seen.ts';
import { postLetter } from './case/post-letter.ts';
import { readAnswer } from './case/read-answer.ts';
import { recordMail } from './case/record-mail.ts';
import { recordPayment } from './case/record-payment.ts';
import { recordScan } from './case/record-scan.ts';
import { recordViews } from './case/record-views.ts';
import { removeAttachment } from './case/remove-attachment.ts';
import { returnDecision } from './case/return-decision.ts';
import { revokePayment } from './case/revoke-payment.ts';
import { setFee } from './case/set-fee.ts';
import { setFollowUp } from './case/set-follow-up.ts';
import { shelveCase } from './case/shelve-case.ts';
import { submitApplication } from './case/submit-application.ts';
import { tickDocument } from './case/tick-document.ts';
import { revokeWaiver, waiveFee } from './case/waive-fee.ts';
import { writeLetter } from './case/write-letter.ts';
import type { KindSpec } from './define-operation.ts';
import { addService } from './settings/add-service.ts';
import { changeMunicipality } from './settings/change-municipality.ts';
import { changeService } from './settings/change-service.ts';
import { configureMunicipality } from './settings/configure-municipality.ts';
import { deactivateClerk } from './settings/deactivate-clerk.ts';
import { putClerk } from './settings/put-clerk.ts';
import { putCounter } from './settings/put-counter.ts';
import { putDepartment } from './settings/put-department.ts';
import { putForm } from './settings/put-form.ts';
import { putTemplate } from './settings/put-template.ts';
import { putTextBlock } from './settings/put-text-block.ts';
import { recordRestore } from './settings/record-restore.ts';
import { setAbsence } from './settings/set-absence.ts';
import { switchService } from './settings/switch-service.ts';
import { addTask } from './task/add-task.ts';
import { completeTask, reopenTask } from './task/complete-task.ts';

/**
 * Every kind there is. A new one enters here, `plainActs` (fixtures/meetings), SPEC.md's conflict table where it doesn't
 * commute with all others, and the simulation's generator (tests check).
 */
export const operationKinds = {
  submitApplication,
  enterCase,
  leaseNumbers,
  assignCase,
  addNote,
  attachFile,
  removeAttachment,
  correctAnswer,
  decideCase,
  handToBody,
  approveDecision,
  returnDecision,
  writeLetter,
  postLetter,
  askApplicant,
  answerQuestion,
  closeQuestion,
  readAnswer,
  markSeen,
  setFollowUp,
  setFee,
  waiveFee,
  revokeWaiver,
  recordPayment,
  revokePayment,
  extendDeadline,
  configureMunicipality,
  changeMunicipality,
  putDepartment,
  putCounter,
  putClerk,
  deactivateClerk,
  addService,
  switchService,
  changeService,
  putForm,
  putTemplate,
  putTextBlock,
  setAbsence,
  tickDocument,
  linkCases,
  unlinkCases,
  confirmSamePerson,
  addTask,
  completeTask,
  reopenTask,
  recordViews,
  holdSlot,
  extendHold,
  requestBooking,
  confirmBooking,
  bookByClerk,
  leaseTime,
  bookLeased,
  returnTime,
  revokeTime,
  noteWish,
  moveAppointment,
  cancelAppointment,
  blockTime,
  unblockTime,
  setOpeningHours,
  setException,
  setClosure,
  changeBooking,
  joinWaitingList,
  leaveWaitingList,
  offerSlot,
  takeTicket,
  callTicket,
  changeTicket,
  eraseAppointments,
  recordRestore,
  eraseCase,
  recordScan,
  recordMail,
  shelveCase,
} as const;

/** What no person does at a desk or a page: the system's own, by itself or on an administrator's order at the server. */
export const systemKinds = [
  'recordRestore',
  'eraseCase',
  'recordScan',
  'recordMail',
  'shelveCase',
  'offerSlot',
  'eraseAppointments',
] as const satisfies readonly (keyof typeof operationKinds)[];

export type Kind = keyof typeof operationKinds;
export function isKind(kind: string): kind is Kind {
  return Object.hasOwn(operationKinds, kind);
}

export type PayloadOf<K extends Kind> = z.infer<(typeof operationKinds)[K]['payload']>;

/** The kind's definition with its payload type forgotten, for code that handles all kinds alike. */
export function findKind(kind: string): KindSpec<string, unknown> | undefined {
  return isKind(kind) ? (operationKinds[kind] as unknown as KindSpec<string, unknown>) : undefined;
}
