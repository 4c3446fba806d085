// Drafts of applications on this device, one entry each in the browser's storage: they outlive a dead line and a closed
// tab. Each goes by its application's own name, so two that are filled in side by side never mix.

const prefix = 'amtsstube.draft.';
const keptFor = 30 * 24 * 60 * 60 * 1000;
/** Kept with the draft: who sends again after a cut sends the same application, not a second one. */
const keptControls = ['_ticket', '_section', '_return'];

/** Keeps what is typed from now on, and what the page came with. */
export function keepDraft(form) {
  const key = prefix + form.dataset.draft;
  const part = document.querySelector(`[data-draft-part="${form.dataset.draft}"]`);
  let isDeleted = false;
  const save = () => {
    if (isDeleted) return;
    const typed = [...new FormData(form)].filter(
      ([name, value]) => typeof value === 'string' && (!name.startsWith('_') || keptControls.includes(name)),
    );
    const draft = {
      action: form.getAttribute('action'),
      service: form.dataset.service,
      savedAt: Date.now(),
      typed,
    };
    try {
      localStorage.setItem(key, JSON.stringify(draft));
      if (part) part.hidden = false;
    } catch {
      // storage is full or switched off: then there is no draft, and nothing says that there is one
    }
  };
  if (form.dataset.typed !== undefined) save();
  form.addEventListener('input', () => {
    isDeleted = false;
    save();
  });
  // at each step, also where a box was ticked by a script or a field filled in by the browser
  form.addEventListener('submit', save);
  const button = part?.querySelector('[data-draft-delete]');
  button?.addEventListener('click', () => {
    isDeleted = true;
    removeDraft(form.dataset.draft);
    say(part, button.dataset.deleted);
  });
}

export function removeDraft(id) {
  try {
    localStorage.removeItem(prefix + id);
  } catch {
    // switched off: there is none
  }
  void import('./kept-files.js').then(
    ({ forgetFilesOf }) => forgetFilesOf(id),
    () => undefined,
  );
}

/** Lists what was begun for this form; going on with it asks the server for the page, group entries and all. */
export function offerDrafts(offer) {
  const drafts = allDrafts().filter(({ action }) => action === offer.dataset.draftOffer);
  const template = offer.querySelector('template');
  const list = offer.querySelector('ul');
  for (const { id, savedAt, typed, action } of drafts) {
    const entry = template.content.firstElementChild.cloneNode(true);
    const saved = entry.querySelector('[data-saved]');
    saved.textContent = `${saved.dataset.saved} ${new Date(savedAt).toLocaleString(
      document.documentElement.lang,
      {
        dateStyle: 'medium',
        timeStyle: 'short',
      },
    )}${hintOf(typed)}`;
    entry.querySelector('[data-resume]').addEventListener('click', () => resume(action, typed));
    entry.querySelector('[data-discard]').addEventListener('click', () => {
      removeDraft(id);
      entry.remove();
      if (list.children.length === 0) offer.hidden = true;
    });
    list.append(entry);
  }
  offer.hidden = drafts.length === 0;
}

/** A draft nobody came back for is no business of whoever uses the device next. */
export function forgetOldDrafts() {
  for (const { id, savedAt } of allDrafts()) if (!(Date.now() - savedAt < keptFor)) removeDraft(id);
}

/** The first words typed, so that two drafts can be told apart. */
function hintOf(typed) {
  const words = typed.filter(([name, value]) => !name.startsWith('_') && /\p{L}{2}/u.test(value));
  const first = words.slice(0, 2).map(([, value]) => value.slice(0, 40));
  return first.length > 0 ? ` (${first.join(' ')} …)` : '';
}

function resume(action, typed) {
  const section = typed.find(([name]) => name === '_section')?.[1];
  const returns = typed.some(([name]) => name === '_return');
  const form = document.createElement('form');
  form.method = 'post';
  form.action = action;
  form.acceptCharset = 'utf-8';
  const way = section === undefined ? 'all' : returns ? `change.${section}` : section;
  for (const [name, value] of [...typed, ['_to', way]]) {
    const input = document.createElement('input');
    input.type = 'hidden';
    input.name = name;
    input.value = value;
    form.append(input);
  }
  form.hidden = true;
  document.body.append(form);
  form.submit();
}

function allDrafts() {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .map((key) => ({ ...read(key), id: key.slice(prefix.length) }))
      .toSorted((a, b) => b.savedAt - a.savedAt);
  } catch {
    return [];
  }
}

/** What is no draft of ours is as old as can be, so that it is forgotten. */
function read(key) {
  try {
    const { action, savedAt, typed } = JSON.parse(localStorage.getItem(key) ?? '');
    const isDraft =
      typeof action === 'string' &&
      action.startsWith('/m/') &&
      Number.isFinite(savedAt) &&
      Array.isArray(typed) &&
      typed.every((pair) => Array.isArray(pair) && pair.every((each) => typeof each === 'string'));
    if (isDraft) return { action, savedAt, typed };
  } catch {
    // not even JSON
  }
  return { action: '', savedAt: 0, typed: [] };
}

function say(part, text) {
  const line = document.createElement('p');
  line.className = 'kern-body';
  line.setAttribute('role', 'status');
  part.replaceChildren(line);
  line.textContent = text;
}
