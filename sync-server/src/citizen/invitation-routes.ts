import { type Request, Router } from 'express';
import { strictForm } from '../app-body.ts';
import type { CoreContext } from '../core-context.ts';
import type { Accounts } from '../sign-in/accounts.ts';
import type { Invitation, Invitations } from '../sign-in/invitations.ts';
import { type Html, html } from './html.ts';
import { type MunicipalityFrame, municipalityById } from './municipality-reader.ts';
import { heading, linkButton, notice, paragraph, sendPage } from './page.ts';
import { invitation as text } from './texts/de/invitation.ts';
import { de } from './texts/de.ts';

export interface InvitationContext {
  readonly core: CoreContext;
  readonly accounts: Accounts;
  readonly invitations: Invitations;
}

const shortest = 12;

/** The page behind the link in an invitation: a clerk sets the password of her account. Works without a script. */
export function invitationRoutes({ core, accounts, invitations }: InvitationContext): Router {
  const router = Router();

  const found = async (request: Request) => {
    const token = String(request.params['token']).slice(0, 100);
    const invitation = invitations.find(token);
    return {
      token,
      invitation,
      municipality: invitation && (await municipalityById(core, invitation.municipalityId)),
    };
  };

  router.get('/einladung/:token', async (request, response) => {
    const { token, invitation, municipality } = await found(request);
    if (!invitation) return sendPage(response, 404, { title: text.gone.title, main: gonePage() });
    sendPage(response, 200, {
      title: text.title,
      municipality,
      main: askPage(token, invitation, municipality),
    });
  });

  router.post('/einladung/:token', ...strictForm, async (request, response) => {
    const { token, invitation, municipality } = await found(request);
    if (!invitation) return sendPage(response, 404, { title: text.gone.title, main: gonePage() });
    const fields = request.body as ReadonlyMap<string, string>;
    const password = fields.get('password') ?? '';
    const slip =
      password.length < shortest || password.length > 200
        ? text.tooShort
        : password !== fields.get('again')
          ? text.different
          : undefined;
    // between the invitation and now it may have become somebody else's
    const problem =
      slip ??
      ((await accounts.setPassword({ ...invitation, password })) === 'addressTaken'
        ? text.addressTaken
        : undefined);
    if (problem !== undefined) {
      const main = askPage(token, invitation, municipality, problem);
      return sendPage(response, 422, { title: `${de.error}: ${text.title}`, municipality, main });
    }
    invitations.used(token);
    sendPage(response, 200, {
      title: text.done.title,
      municipality,
      main: html`<div class="reading-width">${heading(text.done.title)}${paragraph(text.done.text)}<p>${linkButton('/desk/', text.done.desk)}</p></div>`,
    });
  });

  return router;
}

function gonePage(): Html {
  return html`<div class="reading-width">${heading(text.gone.title)}${paragraph(text.gone.text)}</div>`;
}

function askPage(
  token: string,
  { email }: Invitation,
  municipality: MunicipalityFrame | undefined,
  problem?: string,
): Html {
  return html`<div class="reading-width">
${problem !== undefined && notice('danger', text.problem, paragraph(problem))}
${heading(text.title)}
${paragraph(text.lead(municipality?.settings.name ?? '', email))}
<form method="post" action="/einladung/${token}" accept-charset="utf-8" novalidate>
<input type="hidden" name="username" autocomplete="username" value="${email}">
${passwordField('password', text.password, text.help, problem !== undefined)}
${passwordField('again', text.again, '', false)}
<button class="kern-btn kern-btn--primary" type="submit"><span class="kern-label">${text.save}</span></button>
</form>
</div>`;
}

function passwordField(name: string, label: string, hint: string, isWrong: boolean): Html {
  return html`<div class="kern-form-input">
<label class="kern-label" for="${name}">${label}</label>
${hint !== '' && html`<div class="kern-hint" id="${name}-hint">${hint}</div>`}
<input class="kern-form-input__input" id="${name}" name="${name}" type="password" autocomplete="new-password" maxlength="200" aria-required="true"${
    hint !== '' && html` aria-describedby="${name}-hint"`
  }${isWrong && html` aria-invalid="true"`}>
</div>`;
}
