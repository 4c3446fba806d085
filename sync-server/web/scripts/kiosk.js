// The kiosk in the hall: prints by itself, goes back to the start by itself, and never leaves its page without a line.

const { kiosk: home } = document.body.dataset;
const offline = document.querySelector('[data-kiosk-offline]');
const ticket = document.querySelector('[data-kiosk-ticket]');
const print = document.querySelector('[data-kiosk-print]');
const goHome = document.querySelector('[data-kiosk-home]');

/** How long a number, or what went wrong, stands there for whoever has it; then the next one may come. */
const shownMs = 25_000;
const askMs = 3000;
const answerMs = 3000;

for (const form of document.querySelectorAll('[data-kiosk-form]'))
  form.addEventListener('submit', (event) => void send(event, form));
goHome?.addEventListener('click', (event) => {
  event.preventDefault();
  void leaveFor(goHome.href);
});
if (goHome) setTimeout(() => void leaveFor(goHome.href), shownMs);
if (ticket) {
  print.hidden = false;
  print.addEventListener('click', () => window.print());
  window.print();
}
setInterval(() => void look(), askMs);

/** A browser's own page for a broken line would be the end of a kiosk: so the server is asked first. */
async function send(event, form) {
  event.preventDefault();
  const { submitter } = event;
  if (form.dataset.sending) return;
  form.dataset.sending = 'true';
  if (await look()) {
    if (submitter?.name) form.append(hiddenOf(submitter));
    form.submit();
  } else delete form.dataset.sending;
}

async function leaveFor(address) {
  if (await look()) location.assign(address);
  else setTimeout(() => void leaveFor(address), askMs);
}

async function look() {
  const isThere = await fetch(`${home}/alive`, {
    cache: 'no-store',
    signal: AbortSignal.timeout(answerMs),
  }).then(
    ({ ok }) => ok,
    () => false,
  );
  offline.hidden = isThere;
  return isThere;
}

function hiddenOf({ name, value }) {
  const input = document.createElement('input');
  input.type = 'hidden';
  input.name = name;
  input.value = value;
  return input;
}
