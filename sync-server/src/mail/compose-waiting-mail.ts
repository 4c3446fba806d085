import type { Waiting } from '@amtsstube/shared/domain/appointments/waiting';
import { ref } from '@amtsstube/shared/domain/documents';
import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import type { Settings } from '@amtsstube/shared/domain/settings';
import type { WaitingMail } from '@amtsstube/shared/operations/outcome';
import { leavePath } from '../booking/appointment-links.ts';
import { daysSaid } from '../booking/appointment-words.ts';
import type { Read } from '../store/store.ts';
import type { ComposedMail, MailOrigin } from './composed-mail.ts';
import { renderMail } from './render-mail.ts';
import { waitingMail as inGerman } from './texts/appointments-de.ts';
import { waitingMail as inEnglish } from './texts/appointments-en.ts';
import { contactLine } from './texts/de.ts';

/** To whoever waits from now on, with the link to wait no longer. undefined: she doesn't any more. */
export async function composeWaitingMail(
  read: Read,
  { publicUrl, seal }: MailOrigin,
  municipality: MunicipalityId,
  { waitingId }: WaitingMail,
): Promise<ComposedMail | undefined> {
  const town = (await read.document(ref('settings', 'municipality')))?.document as
    | Settings
    | null
    | undefined;
  const entry = (await read.document(ref('waitings', waitingId)))?.document as Waiting | null | undefined;
  if (town?.kind !== 'municipality' || !entry) return undefined;
  const { language, serviceIds, firstOn, lastOn } = entry;
  const services: string[] = [];
  for (const id of serviceIds) {
    const found = (await read.document(ref('settings', id)))?.document as Settings | null | undefined;
    if (found?.kind === 'service') services.push(found.name);
  }
  const path = leavePath(seal, municipality, waitingId);
  const link = `${publicUrl}${path}${language === 'de' ? '' : `?lang=${language}`}`;
  const said = (language === 'de' ? inGerman : inEnglish)({
    days: daysSaid(firstOn, lastOn, language),
    services,
    municipality: town.name,
    contact: contactLine(town),
  });
  return { ...renderMail(said, link, town.name, language), town };
}
