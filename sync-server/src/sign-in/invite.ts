import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import type { Mailer } from '../mail/mailer.ts';
import { renderMail } from '../mail/render-mail.ts';
import { invitationMail } from '../mail/texts/de.ts';
import type { Invitation, Invitations } from './invitations.ts';

export interface InviteContext {
  readonly invitations: Invitations;
  /** undefined: no SMTP server is set; the link has to be handed over otherwise. */
  readonly mailer: Mailer | undefined;
  /** Where people reach this server. */
  readonly publicUrl: () => string;
  readonly from: string | undefined;
}

export interface Invited {
  readonly link: string;
  /** False: nobody got a mail; give the link to the person yourself. */
  readonly mailed: boolean;
}

/** Makes the link by which a clerk sets her password, and mails it where that is possible. */
export async function invite(
  { invitations, mailer, publicUrl, from }: InviteContext,
  whom: Omit<Invitation, 'expiresAt'>,
  municipality: { readonly name: string; readonly email: string },
): Promise<Invited> {
  const token = invitations.invite(whom);
  const link = `${publicUrl()}/einladung/${token}`;
  if (mailer === undefined) return { link, mailed: false };
  try {
    await mailer.send({
      ...renderMail(invitationMail(municipality.name), link, municipality.name),
      messageId: `<${messageName(whom.municipalityId, token)}@${new URL(publicUrl()).hostname}>`,
      from: { name: municipality.name, address: from ?? municipality.email },
      to: whom.email,
    });
    return { link, mailed: true };
  } catch {
    // the administrator sees it and gives the link herself
    return { link, mailed: false };
  }
}

/** Not the whole secret: mail servers log message ids. */
function messageName(municipality: MunicipalityId, token: string): string {
  return `${municipality}.invitation.${token.slice(0, 8)}`;
}
