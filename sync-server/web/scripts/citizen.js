// What makes the pages more comfortable. Without it everything works: the server checks, keeps and explains.

import { isMet } from './conditions.js';
import { forgetOldDrafts, keepDraft, offerDrafts, removeDraft } from './drafts.js';

for (const element of document.querySelectorAll('[data-focus]')) element.focus();

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

forgetOldDrafts();

// what was sent needs no draft any more
for (const element of document.querySelectorAll('[data-clear-draft]'))
  removeDraft(element.dataset.clearDraft);

for (const offer of document.querySelectorAll('[data-draft-offer]')) offerDrafts(offer);

const toll = document.querySelector('[data-proof]');
// only then, because few pages need it
if (toll) void import('./proof.js').then(({ prove }) => prove(toll));

for (const clock of document.querySelectorAll('[data-hold-left]'))
  void import('./hold-clock.js').then(({ countDown }) => countDown(clock));

for (const form of document.querySelectorAll('form[data-send-once]')) sendOnce(form);

const form = document.querySelector('form[data-draft]');
if (form instanceof HTMLFormElement) {
  showConditionalFields(form);
  form.addEventListener('input', () => showConditionalFields(form));
  keepDraft(form);
  sendOnce(form);
  // where it can't be had, files go with the form
  if (form.querySelector('[data-upload]'))
    void import('./uploads.js').then(
      ({ takeFiles }) => takeFiles(form),
      () => undefined,
    );
}

/**
 * Hides what isn't asked for, given the answers so far, and the hint that says so to those without a script. What
 * is in a hidden part counts as no answer, as it does for the server; what the server complains about stays in sight.
 */
function showConditionalFields(form) {
  for (const hint of form.querySelectorAll('[data-show-when] > .form-conditional__hint')) hint.hidden = true;
  // in the order of the page, because conditions only look back
  for (const part of form.querySelectorAll('[data-show-when]')) {
    const isAsked = isMet(JSON.parse(part.dataset.showWhen), answersIn(form));
    part.hidden = !isAsked && part.querySelector('.kern-error') === null;
  }
}

/** Names and texts of the inputs that are in sight, and of the other sections' that are asked, as they would be sent. */
function answersIn(form) {
  const answers = new Map();
  for (const input of form.elements) {
    const isTicked = (input.type !== 'radio' && input.type !== 'checkbox') || input.checked;
    if (input.name && isTicked && !input.closest('[data-show-when][hidden], [data-not-asked]'))
      answers.set(input.name, input.value.normalize('NFC').trim());
  }
  return answers;
}

/** A second click sends nothing. The button comes back when the page is shown again by the way back. */
function sendOnce(form) {
  const button = form.querySelector('[data-send]');
  const label = button?.querySelector('.kern-label');
  if (!button || !label) return;
  const text = label.textContent;
  let isSending = false;
  form.addEventListener('submit', (event) => {
    // one entry more or less is no sending
    if (event.submitter?.name) return;
    if (isSending) event.preventDefault();
    isSending = true;
    button.setAttribute('aria-disabled', 'true');
    label.textContent = form.dataset.sending;
  });
  window.addEventListener('pageshow', () => {
    isSending = false;
    button.removeAttribute('aria-disabled');
    label.textContent = text;
  });
}
