import type { AppointmentOffer } from '@amtsstube/shared/domain/appointments/booking-settings';
import type { VisitQuestion } from '@amtsstube/shared/domain/appointments/visit-questions';
import { formatCents } from '@amtsstube/shared/domain/forms/kinds/number';
import type { Fee } from '@amtsstube/shared/domain/service-description';
import type { PayloadOf } from '@amtsstube/shared/operations/registry';
import { describeOffer, describeVisitQuestion } from '@amtsstube/shared/operations/settings/change-service';
import { de } from '../texts/de.ts';

/** As `operationWords` gives them: no case is concerned. */
interface ServiceWords {
  readonly title: string;
  readonly caseId: undefined;
  readonly ownText: { readonly label: string; readonly text: string } | undefined;
}

type ServiceOperation =
  | { readonly kind: 'changeService'; readonly payload: PayloadOf<'changeService'> }
  | { readonly kind: 'putForm'; readonly payload: PayloadOf<'putForm'> };

/** A service described anew, with what was typed into each field; of a form, where it can be gone on with. */
export function serviceWords({ kind, payload }: ServiceOperation): ServiceWords {
  if (kind === 'putForm') {
    const { where, label } = de.formEditor.refused;
    const ownText = payload.action === 'publish' ? { label, text: where } : undefined;
    return { title: de.operation.putForm[payload.action], caseId: undefined, ownText };
  }
  const { serviceId: _id, ...changes } = payload;
  const names = Object.keys(changes) as (keyof typeof changes)[];
  const lines = names.map((field) => `${de.serviceFields[field]}: ${shown(changes[field]?.to ?? '')}`);
  return {
    title: de.operation.changeService(names.map((field) => de.serviceFields[field]).join(', ')),
    caseId: undefined,
    ownText: { label: de.operation.texts.values, text: lines.join('\n') },
  };
}

function shown(
  value: string | number | readonly (string | VisitQuestion)[] | Fee | AppointmentOffer,
): string {
  if (typeof value !== 'object') return String(value);
  if ('durationMinutes' in value) return describeOffer(value);
  if (!('says' in value))
    return value.map((each) => (typeof each === 'string' ? each : describeVisitQuestion(each))).join('; ');
  return `${value.says} (${formatCents(value.fromCents)} – ${formatCents(value.toCents)})`;
}
