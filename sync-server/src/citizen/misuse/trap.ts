import type { PageInputs } from '@amtsstube/shared/domain/forms/page-encoding';
import { type Html, html } from '../html.ts';
import { texts } from '../language.ts';

/** A name programs like to fill in; no field id of a form begins with an underscore. */
const trapName = '_website';

/**
 * A field that people never see, nor come to by keyboard or screen reader: what fills it in is a program. Nothing is
 * thrown away for it, because a browser may have filled it in for a person: she is told, and sends again.
 */
export function trapField(): Html {
  return html`<div class="form-trap" aria-hidden="true"><label for="website">${texts().leaveEmpty}</label><input id="website" name="${trapName}" type="text" tabindex="-1" autocomplete="off" value=""></div>`;
}

export function isTrapped(sent: PageInputs): boolean {
  return (sent.get(trapName) ?? '') !== '';
}
