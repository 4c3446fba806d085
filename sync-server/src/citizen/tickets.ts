import { createHash, randomBytes, randomUUID } from 'node:crypto';
import {
  type CaseId,
  caseId,
  type FormVersionId,
  formVersionId,
  type MunicipalityId,
  municipalityId,
  opId,
  type QuestionId,
  questionId,
  type ServiceId,
  serviceId,
  type TrackingCode,
  trackingCode,
} from '@amtsstube/shared/domain/ids';
import { type Instant, instant, instantOf, millisecondsOf } from '@amtsstube/shared/domain/time';
import { z } from '@amtsstube/shared/domain/zod';
import type { Uploader } from '../blobs/blob-paths.ts';
import type { TicketSeal } from './ticket-seal.ts';

/** Made when a form is opened: what is sent with it, however often, is one and the same application. */
export const formTicket = z.strictObject({
  for: z.literal('form'),
  municipality: municipalityId,
  serviceId,
  formVersionId,
  caseId,
  opId,
  trackingCode,
  expiresAt: instant,
  /** Of the form this one took the place of: the files brought with that belong to this application too. */
  filesOf: caseId.optional(),
});
export type FormTicket = z.infer<typeof formTicket>;

/** Made when the page of a question is opened: what is sent with it, however often, is one and the same answer. */
const answerTicket = z.strictObject({
  for: z.literal('answer'),
  municipality: municipalityId,
  caseId,
  questionId,
  opId,
  expiresAt: instant,
  /** Of this answer alone: the files brought with it are no other's. */
  filesOf: caseId,
});
export type AnswerTicket = z.infer<typeof answerTicket>;

/** What files are brought with, whatever they are for. */
export type FileTicket = Pick<FormTicket, 'municipality' | 'caseId' | 'filesOf' | 'expiresAt'>;

/** The address of a receipt: opens for a day, so that a browser's history doesn't hold it for ever. */
const receiptTicket = z.strictObject({
  for: z.literal('receipt'),
  municipality: municipalityId,
  trackingCode,
  expiresAt: instant,
});
export type ReceiptTicket = z.infer<typeof receiptTicket>;

/** As long as a draft is kept on a device or by link: what is in it can be sent until then. */
export const formTicketDays = 30;
const receiptTicketDays = 1;
const trackingAlphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

export function newFormTicket(
  municipality: MunicipalityId,
  service: ServiceId,
  version: FormVersionId,
  now: Instant,
): FormTicket {
  return {
    for: 'form',
    municipality,
    serviceId: service,
    formVersionId: version,
    caseId: caseId.parse(randomUUID()),
    opId: opId.parse(`citizen.${randomUUID()}`),
    trackingCode: newTrackingCode(),
    expiresAt: daysAfter(now, formTicketDays),
  };
}

export function newReceiptTicket(
  municipality: MunicipalityId,
  code: TrackingCode,
  now: Instant,
): ReceiptTicket {
  return { for: 'receipt', municipality, trackingCode: code, expiresAt: daysAfter(now, receiptTicketDays) };
}

/** @param former whose place it takes: files that were brought with it stay */
export function newAnswerTicket(
  municipality: MunicipalityId,
  id: CaseId,
  question: QuestionId,
  now: Instant,
  former?: AnswerTicket,
): AnswerTicket {
  return {
    for: 'answer',
    municipality,
    caseId: id,
    questionId: question,
    opId: opId.parse(`citizen.${randomUUID()}`),
    expiresAt: daysAfter(now, formTicketDays),
    filesOf: former && !isExpired(former, now) ? former.filesOf : caseId.parse(randomUUID()),
  };
}

/** undefined: not made by this server. */
export function openAnswerTicket(seal: TicketSeal, sealed: string): AnswerTicket | undefined {
  return answerTicket.safeParse(seal.open(sealed)).data;
}

/** undefined: not made by this server. An expired one is given back: what was sent with it before still counts. */
export function openFormTicket(seal: TicketSeal, sealed: string): FormTicket | undefined {
  return formTicket.safeParse(seal.open(sealed)).data;
}

/** undefined: not made by this server, or expired. */
export function openReceiptTicket(seal: TicketSeal, sealed: string, now: Instant): ReceiptTicket | undefined {
  const ticket = receiptTicket.safeParse(seal.open(sealed)).data;
  return ticket && !isExpired(ticket, now) ? ticket : undefined;
}

/** What a draft of this application goes by; tells nothing about the application. */
export function draftIdOf(id: CaseId): string {
  return createHash('sha256').update(`draft ${id}`).digest('hex').slice(0, 32);
}

/** Who brings the files of this application: nobody but who holds its ticket (B1). */
export function uploaderOf({ caseId: id, filesOf }: FileTicket): Uploader {
  return `draft ${draftIdOf(filesOf ?? id)}`;
}

export function isExpired({ expiresAt }: { readonly expiresAt: Instant }, now: Instant): boolean {
  return expiresAt <= now;
}

/** 15 characters of 5 random bits each, from the alphabet of `trackingCode`. */
export function newTrackingCode(): TrackingCode {
  const characters = [...randomBytes(15)].map((byte) => trackingAlphabet[byte & 31]).join('');
  return trackingCode.parse(grouped(characters));
}

/** A code as people type it: lower case, spaces, dashes missing or elsewhere. undefined: can't be one. */
export function readTrackingCode(typed: string): TrackingCode | undefined {
  const characters = typed.toUpperCase().replaceAll(/[\s\p{Pd}._/]/gu, '');
  return trackingCode.safeParse(grouped(characters)).data;
}

function grouped(characters: string): string {
  return [characters.slice(0, 5), characters.slice(5, 10), characters.slice(10)].join('-');
}

function daysAfter(now: Instant, days: number): Instant {
  return instantOf(millisecondsOf(now) + days * 24 * 60 * 60 * 1000);
}
