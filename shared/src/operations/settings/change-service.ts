import { type AppointmentOffer, appointmentOffer } from '../../domain/appointments/booking-settings.ts';
import type { VisitQuestion } from '../../domain/appointments/visit-questions.ts';
import { ref } from '../../domain/documents.ts';
import { serviceId } from '../../domain/ids.ts';
import { can } from '../../domain/permissions.ts';
import {
  type Fee,
  fee,
  type ServiceDescription,
  serviceDescription,
} from '../../domain/service-description.ts';
import { type Service, service } from '../../domain/settings.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, forecastOnly, put, refused } from '../outcome.ts';
import { changedMeanwhile, fieldChange } from './field-change.ts';

const { name, summary, decisionWithinDays, decisionWithinMonths, visitQuestions } = service.shape;
const { needs, duration, searchWords, legalBasis } = serviceDescription.shape;

/** What the office knows better than the catalogue: texts, fee, time. Of a service without a description only the first. */
const changes = {
  name: fieldChange(name).optional(),
  summary: fieldChange(summary).optional(),
  decisionWithinDays: fieldChange(decisionWithinDays).optional(),
  /** null: not in months. */
  decisionWithinMonths: fieldChange(decisionWithinMonths.unwrap().nullable()).optional(),
  needs: fieldChange(needs).optional(),
  duration: fieldChange(duration).optional(),
  searchWords: fieldChange(searchWords).optional(),
  fee: fieldChange(fee).optional(),
  /** '': none is named. */
  legalBasis: fieldChange(legalBasis.unwrap()).optional(),
  /** null: people come without an appointment. */
  appointment: fieldChange(appointmentOffer.nullable()).optional(),
  /** []: nothing is asked. */
  visitQuestions: fieldChange(visitQuestions.unwrap()).optional(),
};

type PayloadOfChange = z.infer<z.ZodObject<typeof changes>>;

/** A service as it is described, field by field: two people who change different fields both get their way. */
export const changeService = defineOperation({
  kind: 'changeService',
  v: 1,
  payload: z.strictObject({ serviceId, ...changes }).refine((payload) => Object.keys(payload).length > 1),
  reads: (payload) => [ref('settings', payload.serviceId)],
  apply: ({ serviceId: id, ...payload }, docs, { actor }) => {
    if (!can(actor, { action: 'configure' })) return refused('notAllowed');
    const before = docs.get('settings', id);
    if (before === 'unknown') return forecastOnly();
    if (before?.kind !== 'service') return refused('noSuchService');
    const { description } = before;
    const ofDescription = [
      payload.needs,
      payload.duration,
      payload.searchWords,
      payload.fee,
      payload.legalBasis,
    ];
    if (description === undefined && ofDescription.some((change) => change !== undefined))
      return refused('malformed');
    const texts = Object.fromEntries(
      Object.entries(payload).map(([field, change]) => [
        field,
        change && { from: textOf(change.from), to: textOf(change.to) },
      ]),
    );
    const changed = changedMeanwhile(textsOf(before), texts);
    if (changed) return changed;
    const { appointment: offered, visitQuestions: asked = [], ...others } = before;
    const appointment = payload.appointment ? payload.appointment.to : offered;
    const questions = payload.visitQuestions?.to ?? asked;
    return accepted([
      put('settings', {
        ...withoutMonths(others),
        ...(appointment && { appointment }),
        ...(questions.length > 0 && { visitQuestions: questions }),
        name: payload.name?.to ?? before.name,
        summary: payload.summary?.to ?? before.summary,
        ...timeFor(before, payload),
        ...(description && { description: changedDescription(description, payload) }),
      }),
    ]);
  },
});

/** In days or in months: who says it in the one way takes back what was said in the other. */
function timeFor(
  before: Service,
  {
    decisionWithinDays: days,
    decisionWithinMonths: months,
  }: Pick<PayloadOfChange, 'decisionWithinDays' | 'decisionWithinMonths'>,
): Pick<Service, 'decisionWithinDays' | 'decisionWithinMonths'> {
  const isInDays = typeof days?.to === 'number';
  const inMonths = months ? months.to : isInDays ? null : (before.decisionWithinMonths ?? null);
  const inDays = days ? days.to : before.decisionWithinDays;
  return inMonths === null
    ? { decisionWithinDays: inDays }
    : { decisionWithinDays: null, decisionWithinMonths: inMonths };
}

function withoutMonths({ decisionWithinMonths: _, ...service }: Service): Service {
  return service;
}

function changedDescription(
  description: ServiceDescription,
  payload: {
    readonly [F in 'needs' | 'duration' | 'searchWords' | 'fee' | 'legalBasis']?:
      | { readonly to: NonNullable<ServiceDescription[F]> }
      | undefined;
  },
): ServiceDescription {
  return {
    ...description,
    ...(payload.legalBasis && { legalBasis: payload.legalBasis.to }),
    needs: payload.needs?.to ?? description.needs,
    duration: payload.duration?.to ?? description.duration,
    searchWords: payload.searchWords?.to ?? description.searchWords,
    fee: payload.fee?.to ?? description.fee,
  };
}

function textsOf({ description, ...rest }: Service): Readonly<Record<string, string>> {
  return {
    name: rest.name,
    summary: rest.summary,
    decisionWithinDays: textOf(rest.decisionWithinDays),
    decisionWithinMonths: textOf(rest.decisionWithinMonths ?? null),
    appointment: textOf(rest.appointment ?? null),
    visitQuestions: textOf(rest.visitQuestions ?? []),
    ...(description && {
      needs: textOf(description.needs),
      duration: description.duration,
      searchWords: textOf(description.searchWords),
      fee: textOf(description.fee),
      legalBasis: description.legalBasis ?? '',
    }),
  };
}

/** Two offers have the same text only where they are the same. */
export function describeOffer(offer: AppointmentOffer): string {
  const { durationMinutes, bufferMinutes, counterIds, leadMinutes, horizonDays, isOnWeb } = offer;
  const times = `${durationMinutes} + ${bufferMinutes} Minuten, Vorlauf ${leadMinutes} Minuten, bis ${horizonDays} Tage`;
  return `${times}, ${isOnWeb ? 'auch' : 'nicht'} im Internet, Schalter: ${counterIds.join(', ')}`;
}

/** Questions that are worded alike and lead to the same have the same text, whatever their ids. */
export function describeVisitQuestion({ asks, answers }: VisitQuestion): string {
  return `${asks} – ${answers.map(describeAnswer).join(' / ')}`;
}

function describeAnswer({ says, leadsTo }: VisitQuestion['answers'][number]): string {
  const then =
    leadsTo.is === 'instead'
      ? [`kein Termin: ${leadsTo.says}`, leadsTo.serviceId ?? '']
      : [...leadsTo.bring.map((each) => `mitbringen: ${each}`), leadsTo.hint && `Hinweis: ${leadsTo.hint}`];
  const said = then.filter(Boolean).join('; ');
  return said === '' ? says : `${says} (${said})`;
}

/** One text for each value, to compare by and to show in a refusal. */
function textOf(
  value: string | number | null | readonly (string | VisitQuestion)[] | Fee | AppointmentOffer,
): string {
  if (value === null) return '';
  if (typeof value !== 'object') return String(value);
  if ('durationMinutes' in value) return describeOffer(value);
  if (!('says' in value))
    return value.map((each) => (typeof each === 'string' ? each : describeVisitQuestion(each))).join('; ');
  const euros = (cents: number) => (cents / 100).toFixed(2).replace('.', ',');
  const sum = `${euros(value.fromCents)}–${euros(value.toCents)} €`;
  return `${value.says} (${sum}${value.isExample ? ', Beispiel' : ''})`;
}
