// What makes the pages more comfortable. Without it everything works: the server checks, keeps and explains.

const draftPrefix = 'amtsstube.draft.';
/** Kept with the draft: who sends again after a cut sends the same application, not a second one. */
const ticketName = '_ticket';

for (const element of document.querySelectorAll('[data-focus]')) element.focus();

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

if (document.querySelector('[data-clear-drafts]')) {
  for (const key of Object.keys(sessionStorage))
    if (key.startsWith(draftPrefix)) sessionStorage.removeItem(key);
}

const form = document.querySelector('form[data-draft]');
if (form instanceof HTMLFormElement) {
  // the draft lives in this tab only and ends with it: a shared computer keeps nothing
  const draftKey = draftPrefix + location.pathname;
  if (form.dataset.draft === 'restore') restoreDraft(form, draftKey);
  showConditionalFields(form);
  form.addEventListener('input', () => {
    showConditionalFields(form);
    saveDraft(form, draftKey);
  });
  sendOnce(form);
}

function saveDraft(form, key) {
  const typed = [...new FormData(form)].filter(([name]) => !name.startsWith('_') || name === ticketName);
  try {
    sessionStorage.setItem(key, JSON.stringify(typed));
  } catch {
    // storage is full or switched off: then there is no draft
  }
}

function restoreDraft(form, key) {
  const kept = readDraft(key).filter(([, value]) => value !== '');
  if (kept.every(([name]) => name === ticketName)) return;
  for (const [name, value] of kept) {
    const control = form.elements.namedItem(name);
    if (control !== null && 'value' in control) control.value = value;
  }
  for (const message of document.querySelectorAll('[data-draft-restored]')) {
    message.hidden = false;
    message.textContent = message.dataset.draftRestored;
  }
}

function readDraft(key) {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((pair) => Array.isArray(pair) && pair.length === 2) : [];
  } catch {
    return [];
  }
}

/** Hides what isn't asked for, given the answers so far, and the hint that says so to those without a script. */
function showConditionalFields(form) {
  for (const part of form.querySelectorAll('[data-show-when]')) {
    const answer = new FormData(form).get(part.dataset.showWhen);
    part.hidden = answer !== part.dataset.showWhenValue;
    for (const hint of part.querySelectorAll('.form-conditional__hint')) hint.hidden = true;
  }
}

/** A second click sends nothing. The button comes back when the page is shown again by the way back. */
function sendOnce(form) {
  const button = form.querySelector('button[type="submit"]');
  const label = button?.querySelector('.kern-label');
  if (!button || !label) return;
  const text = label.textContent;
  let isSending = false;
  form.addEventListener('submit', (event) => {
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
