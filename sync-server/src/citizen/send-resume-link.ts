import { formatLocalDate, type Instant, localDateOf } from '@amtsstube/shared/domain/time';
import { renderMail } from '../mail/render-mail.ts';
import { contactLine, resumeMail as inGerman } from '../mail/texts/de.ts';
import { resumeMail as inEnglish } from '../mail/texts/en.ts';
import type { CitizenContext } from './citizen-context.ts';
import type { FormVisit } from './form-visit.ts';
import { language } from './language.ts';

/**
 * Mails the link to a kept draft at once, because the person waits for it. @returns false where the mail server
 * didn't take it; what comes back later (a bounce) concerns nobody here.
 */
export async function sendResumeLink(
  { post: { mailer, publicUrl, from } }: CitizenContext,
  { municipality: { id, settings }, service }: FormVisit,
  to: string,
  { token, expiresAt }: { readonly token: string; readonly expiresAt: Instant },
): Promise<boolean> {
  if (!mailer) return false;
  const isEnglish = language() === 'en';
  // the other device has no cookie that says so
  const link = `${publicUrl()}/m/${id}/drafts/${token}${isEnglish ? '?lang=en' : ''}`;
  const resumeMail = isEnglish ? inEnglish : inGerman;
  const said = resumeMail({
    municipality: settings.name,
    service: service.name,
    until: formatLocalDate(localDateOf(expiresAt)),
    contact: contactLine(settings),
  });
  try {
    await mailer.send({
      ...renderMail(said, link, settings.name, language()),
      // not the whole secret: mail servers log message ids
      messageId: `<${id}.draft.${token.slice(0, 8)}@${new URL(publicUrl()).hostname}>`,
      from: { name: settings.name, address: from ?? settings.email },
      to,
    });
    return true;
  } catch {
    return false;
  }
}
