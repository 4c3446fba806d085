import { type Booking, visitor } from '@amtsstube/shared/domain/appointments/appointment';
import type { PageInputs } from '@amtsstube/shared/domain/forms/page-encoding';
import type { Texts } from '../texts/texts.ts';

/** Buttons of the page that don't book. */
export const detailsFields = { extend: '_extend', other: '_other', time: '_time' } as const;

/** The inputs of the details; no name of them begins with an underscore. */
export const detailFields = ['name', 'email', 'phone', 'remark'] as const;
export type DetailField = (typeof detailFields)[number];

export const longest = { name: 120, email: 254, phone: 60, remark: 500 } as const;

export type TypedDetails = Readonly<Record<DetailField, string>>;
export type DetailProblem = keyof Texts['booking']['fieldProblems'];
export type DetailProblems = ReadonlyMap<DetailField, DetailProblem>;

export const nothingTyped: TypedDetails = { name: '', email: '', phone: '', remark: '' };

export interface Details {
  readonly visitor: Booking['visitor'] & { readonly email: string };
  readonly remark: string;
}

/** As a person typed it, in one spelling of each letter. */
export function typedDetails(sent: PageInputs): TypedDetails {
  const typed = (field: DetailField) => (sent.get(field) ?? '').normalize('NFC').trim();
  return {
    name: typed('name').replaceAll(/\s+/g, ' '),
    email: typed('email'),
    phone: typed('phone').replaceAll(/\s+/g, ' '),
    remark: typed('remark').replaceAll('\r\n', '\n'),
  };
}

/** What can be booked with, or what is wrong with which field. */
export function checkDetails(
  typed: TypedDetails,
):
  | { readonly ok: true; readonly details: Details }
  | { readonly ok: false; readonly problems: DetailProblems } {
  const problems = new Map<DetailField, DetailProblem>();
  if (typed.name === '') problems.set('name', 'nameMissing');
  else if (typed.name.length > longest.name) problems.set('name', 'nameLong');
  const email = visitor.shape.email.unwrap().safeParse(typed.email).data;
  if (typed.email === '') problems.set('email', 'emailMissing');
  else if (email === undefined) problems.set('email', 'emailWrong');
  if (typed.phone.length > longest.phone) problems.set('phone', 'phoneLong');
  if (typed.remark.length > longest.remark) problems.set('remark', 'remarkLong');
  if (problems.size > 0 || email === undefined) return { ok: false, problems };
  return {
    ok: true,
    details: { visitor: { name: typed.name, email, phone: typed.phone }, remark: typed.remark },
  };
}
