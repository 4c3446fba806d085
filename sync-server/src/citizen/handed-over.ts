import type { CitizenView } from '@amtsstube/shared/domain/citizen-view';
import type { MunicipalityId, ServiceId } from '@amtsstube/shared/domain/ids';
import { formatLocalDate, localDateOf } from '@amtsstube/shared/domain/time';
import type { Store } from '../store/store.ts';
import { type Html, html } from './html.ts';
import { german, texts } from './language.ts';
import { serviceById } from './municipality-reader.ts';

/** How to reach the body a case was handed over to, where the service names it; undefined: nobody here knows. */
export async function contactOfBody(
  store: Store,
  municipality: MunicipalityId,
  service: ServiceId,
  { handedTo }: CitizenView,
): Promise<string | undefined> {
  if (!handedTo) return undefined;
  const body = (await serviceById(store, municipality, service))?.service.description?.responsibleBody;
  return body?.kind === 'district' && handedTo.bodyName.startsWith(body.name) ? body.contact : undefined;
}

/** Who has the application now, since when, and how to reach them. */
export function handedOverRows(
  { handedTo }: CitizenView,
  contact: string | undefined,
): readonly (readonly [string, string | Html])[] {
  if (!handedTo) return [];
  const text = texts().status;
  return [
    [text.handedTo, html`<span class="typed-text">${german(handedTo.bodyName)}</span>`],
    [text.handedOverAt, formatLocalDate(localDateOf(handedTo.at))],
    ...(contact === undefined
      ? []
      : [[text.contact, html`<span class="typed-text">${german(contact)}</span>`] as const]),
  ];
}
