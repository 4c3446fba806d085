import type { Fee } from '@amtsstube/shared/domain/service-description';
import { serviceDescription } from '@amtsstube/shared/domain/service-description';
import { type Service, service as serviceSettings } from '@amtsstube/shared/domain/settings';
import { z } from '@amtsstube/shared/domain/zod';
import type { PayloadOf } from '@amtsstube/shared/operations/registry';
import { centsIn, eurosOf, numberIn } from '../form/typed-numbers.ts';

/** What is typed about a service. The fee is one change to the server, and four inputs on the screen. */
export const serviceFieldNames = [
  'name',
  'summary',
  'decisionWithinDays',
  'decisionWithinMonths',
  'needs',
  'duration',
  'legalBasis',
  'searchWords',
  'feeFrom',
  'feeTo',
  'feeSays',
  'feeIsExample',
] as const;
export type ServiceField = (typeof serviceFieldNames)[number];

/** What was typed into a field, and what this person saw there when she began to. */
export type TypedService = Readonly<
  Partial<Record<ServiceField, { readonly from: string; readonly to: string }>>
>;

/** As it is kept until it is saved; without fields of another version of the program. */
export const typedService = z
  .record(z.string(), z.object({ from: z.string(), to: z.string() }))
  .transform(
    (kept): TypedService =>
      Object.fromEntries(
        serviceFieldNames.flatMap((field) => (kept[field] === undefined ? [] : [[field, kept[field]]])),
      ),
  );

/** The fields that this service has: one without a description has the first four. */
export function fieldsOfService({ description }: Service): readonly ServiceField[] {
  return description === undefined ? serviceFieldNames.slice(0, 4) : serviceFieldNames;
}

/** A field as text; lists stand one to a line, amounts in euros. */
export function serviceTextOf(service: Service, field: ServiceField): string {
  const { description } = service;
  switch (field) {
    case 'name':
    case 'summary':
      return service[field];
    case 'decisionWithinDays':
    case 'decisionWithinMonths':
      return String(service[field] ?? '');
    case 'needs':
    case 'searchWords':
      return description?.[field].join('\n') ?? '';
    case 'duration':
      return description?.duration ?? '';
    case 'legalBasis':
      return description?.legalBasis ?? '';
    case 'feeFrom':
      return eurosOf(description?.fee.fromCents);
    case 'feeTo':
      return eurosOf(description?.fee.toCents);
    case 'feeSays':
      return description?.fee.says ?? '';
    case 'feeIsExample':
      return description?.fee.isExample === true ? 'yes' : 'no';
  }
}

type Changes = PayloadOf<'changeService'>;

/** What to do to the service, or at which fields what was typed can't be saved. `undefined`: nothing differs. */
export function serviceChangesOf(
  shown: Service,
  typed: TypedService,
):
  | { readonly ok: true; readonly changes: Changes | undefined }
  | { readonly ok: false; readonly wrong: readonly ServiceField[] } {
  const differing = fieldsOfService(shown).filter((field) => {
    const change = typed[field];
    return change !== undefined && change.to.trim() !== change.from.trim();
  });
  const now = (side: 'from' | 'to') => (field: ServiceField) =>
    typed[field]?.[side].trim() ?? serviceTextOf(shown, field);
  const wrong = differing.filter((field) => !isRight(field, now('to')));
  if (wrong.length > 0) return { ok: false, wrong };
  if (differing.length === 0) return { ok: true, changes: undefined };
  const changed = [...new Set(differing.map(fieldOfOperation))].map((field) => [
    field,
    { from: typedValueOf(field, now('from')), to: typedValueOf(field, now('to')) },
  ]);
  return { ok: true, changes: { serviceId: shown.id, ...Object.fromEntries(changed) } as Changes };
}

// what is by appointment is arranged with the counters
type OperationField = Exclude<keyof Changes, 'serviceId' | 'appointment' | 'visitQuestions'>;

function fieldOfOperation(field: ServiceField): OperationField {
  return field === 'feeFrom' || field === 'feeTo' || field === 'feeSays' || field === 'feeIsExample'
    ? 'fee'
    : field;
}

type Texts = (field: ServiceField) => string;

function typedValueOf(field: OperationField, text: Texts): string | number | null | readonly string[] | Fee {
  switch (field) {
    case 'decisionWithinDays':
    case 'decisionWithinMonths':
      return numberIn(text(field)) ?? null;
    case 'needs':
    case 'searchWords':
      return linesOf(text(field));
    case 'fee':
      return {
        fromCents: centsIn(text('feeFrom')) ?? Number.NaN,
        toCents: centsIn(text('feeTo')) ?? Number.NaN,
        says: text('feeSays'),
        isExample: text('feeIsExample') === 'yes',
      };
    default:
      return text(field);
  }
}

function isRight(field: ServiceField, text: Texts): boolean {
  switch (field) {
    case 'feeFrom':
      return centsIn(text(field)) !== undefined && !Number.isNaN(centsIn(text(field)));
    case 'feeTo':
      return (centsIn(text('feeTo')) ?? -1) >= (centsIn(text('feeFrom')) ?? 0);
    case 'feeSays':
      return text(field) !== '' && text(field).length <= 300;
    case 'feeIsExample':
      return true;
    case 'name':
    case 'summary':
      return serviceSettings.shape[field].safeParse(typedValueOf(field, text)).success;
    case 'decisionWithinDays':
    case 'decisionWithinMonths': {
      const isBoth = text('decisionWithinDays') !== '' && text('decisionWithinMonths') !== '';
      const value = typedValueOf(field, text);
      return (
        !isBoth &&
        serviceSettings.shape[field].safeParse(value ?? (text(field) === '' ? noTime[field] : value)).success
      );
    }
    default:
      return serviceDescription.shape[field].safeParse(typedValueOf(field, text)).success;
  }
}

/** As a service has it where nothing is typed. */
const noTime = { decisionWithinDays: null, decisionWithinMonths: undefined } as const;

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
