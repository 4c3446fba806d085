// Files go to the server at once, one by one: shrunk where they are photos, going on after a cut line and after the page
// was closed. Without this script they go with the form.

import { forgetFile, keepFile, keptFiles, newKey } from './kept-files.js';
import { shrunk } from './shrink-photo.js';
import { addRow, complain, fill, free, isAdded, say, says, takeAway } from './upload-rows.js';

const most = 25 * 1024 * 1024;
const atOnce = 512 * 1024;
/** Milliseconds; the last one again and again: the line may be away for an hour. */
const pauses = [500, 1000, 2000, 4000, 8000];
const mostPauses = 900;

/** Not taken, with the sentence that says why. */
class Refused extends Error {}

/** Takes over the upload fields of a form. */
export function takeFiles(form) {
  // hashing and keeping need a secure page; elsewhere the form's own way stays
  if (!globalThis.crypto?.subtle) return;
  const running = new Set();
  for (const box of form.querySelectorAll('[data-upload]')) takeOver(form, box, running);
  // files have gone ahead: what is sent is text
  form.enctype = 'application/x-www-form-urlencoded';
  holdBack(form, running);
  // in one tab only: two that send the same would end each other's requests
  const mine = `amtsstube-files-${form.dataset.draft}`;
  void navigator.locks?.request(mine, { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    await goOn(form, running);
    await new Promise(() => undefined);
  });
}

/** The form waits for the files that are on their way, and then goes where the person wanted; not where one is refused. */
function holdBack(form, running) {
  let wanted;
  form.addEventListener(
    'submit',
    (event) => {
      // a browser puts back what was chosen, on the way back
      for (const box of form.querySelectorAll('[data-upload]')) bringChosen(form, box, running);
      if (running.size === 0) return;
      event.preventDefault();
      // nobody else shall believe that it was sent
      event.stopImmediatePropagation();
      wanted = { submitter: event.submitter };
      const [{ box }] = running;
      say(box, says(box).still);
    },
    true,
  );
  form.addEventListener('uploads-refused', () => {
    wanted = undefined;
  });
  form.addEventListener('uploads-settled', () => {
    if (!wanted) return;
    const { submitter } = wanted;
    wanted = undefined;
    form.requestSubmit(submitter?.isConnected ? submitter : undefined);
  });
}

function bringChosen(form, box, running) {
  const input = box.querySelector('input[type=file]');
  const files = [...input.files];
  // chosen, and on their way: the form itself must not bring them again
  input.value = '';
  for (const file of files) void bring(form, box, running, { chosen: file, name: file.name });
}

function takeOver(form, box, running) {
  box.querySelector('[data-upload-button]').hidden = true;
  box.querySelector('input[type=file]').addEventListener('change', () => bringChosen(form, box, running));
  // chosen while this script was still on its way
  bringChosen(form, box, running);
  box.addEventListener('click', (event) => {
    const row = event.target.closest('[data-upload-remove]') && event.target.closest('[data-upload-file]');
    if (!row) return;
    event.preventDefault();
    remove(form, box, running, row);
  });
}

/** What was under way when the page was closed; not what was chosen on this one, and is kept meanwhile. */
async function goOn(form, running) {
  for (const kept of await keptFiles(form.dataset.draft)) {
    if ([...running].some(({ key }) => key === kept.key)) continue;
    const box = form.querySelector(`[data-upload="${CSS.escape(kept.field)}"]`);
    if (box) void bring(form, box, running, kept);
  }
}

/** From the chosen file to the answer that names it. */
async function bring(form, box, running, { chosen, file, name, key }) {
  const text = says(box);
  const wrong = free(box) === undefined ? text.tooMany : (file ?? chosen).size === 0 ? text.empty : undefined;
  if (wrong !== undefined) {
    form.dispatchEvent(new Event('uploads-refused'));
    return complain(box, wrong, name);
  }
  const job = { box, row: addRow(box, name), name, key: key ?? newKey(), isOver: false };
  running.add(job);
  const settle = () => {
    running.delete(job);
    if (running.size === 0) form.dispatchEvent(new Event('uploads-settled'));
  };
  job.cancel = () => {
    job.isOver = true;
    void job.upload?.abort();
    void forgetFile(job.key);
    settle();
  };
  try {
    say(box, text.preparing, name);
    const bytes = file ?? (await shrunk(chosen));
    // taken away while the phone was making it smaller: it must not be kept, and come back with the next page
    if (job.isOver) return;
    if (chosen) job.name = bytes.name;
    if (bytes.size > most) throw new Refused(text.tooBig);
    if (key === undefined)
      await keepFile(job.key, {
        draft: form.dataset.draft,
        field: box.dataset.upload,
        name: job.name,
        file: bytes,
      });
    const hash = await hashOf(bytes);
    // perhaps while it was being kept, and what was to forget it came before
    if (job.isOver) return await forgetFile(job.key);
    const isUnderWay = [...running].some((other) => other.box === box && other.hash === hash);
    job.hash = hash;
    if (isUnderWay || isAdded(box, hash)) {
      await forgetFile(job.key);
      takeAway(box, job.row);
      if (!isUnderWay) say(box, text.added, name);
      return;
    }
    await send(form, box, job, bytes, hash);
    if (job.isOver) return;
    say(box, text.checking, name);
    const answer = await accept(form, box, hash, job.name);
    if (job.isOver) return;
    await forgetFile(job.key);
    if (answer.says !== undefined) throw new Refused(answer.says);
    fill(job.row, box, answer);
    say(box, text.added, answer.name);
    // the draft on this device names it from now on
    form.dispatchEvent(new Event('input'));
  } catch (error) {
    if (job.isOver) return;
    form.dispatchEvent(new Event('uploads-refused'));
    takeAway(box, job.row);
    complain(box, error instanceof Refused ? error.message : text.failed, name);
  } finally {
    if (!job.isOver) settle();
  }
}

async function send(form, box, job, bytes, hash) {
  const text = says(box);
  await import('./tus.js');
  const endpoint = new URL(form.getAttribute('action').replace(/form$/, 'uploads'), location.href).href;
  const bar = job.row.querySelector('progress');
  let told = 0;
  await new Promise((resolve, reject) => {
    job.upload = new globalThis.tus.Upload(bytes, {
      endpoint,
      // where it is if it was begun before: the client asks, and begins it where it wasn't
      uploadUrl: `${endpoint}/${hash}`,
      metadata: { hash },
      headers: { 'Amtsstube-Ticket': form.elements._ticket.value },
      chunkSize: atOnce,
      retryDelays: Array.from(
        { length: mostPauses },
        (_, index) => pauses[Math.min(index, pauses.length - 1)],
      ),
      storeFingerprintForResuming: false,
      onShouldRetry: (error) => {
        const status = error.originalResponse?.getStatus() ?? 0;
        const isPassing = status === 0 || status === 409 || status === 423 || status === 429 || status >= 500;
        if (isPassing) say(box, status === 0 ? text.waiting : text.busy, job.name);
        return isPassing && !job.isOver;
      },
      onProgress: (sent, all) => {
        const percent = Math.floor((sent / all) * 100);
        bar.value = percent;
        // said in quarters: a screen reader shall not read every number
        if (percent < told + 25) return;
        told = percent;
        say(box, text.sending, job.name, percent);
      },
      onError: reject,
      onSuccess: resolve,
    });
    job.upload.start();
  });
}

/** Asks what the server makes of the bytes it has now, again and again while the line is away. */
async function accept(form, box, hash, name) {
  const body = new URLSearchParams({
    _ticket: form.elements._ticket.value,
    field: box.dataset.upload,
    hash,
    name,
  });
  for (let index = 0; index < mostPauses; index += 1) {
    const response = await fetch(form.getAttribute('action').replace(/form$/, 'files'), {
      method: 'POST',
      body,
    }).catch(() => undefined);
    if (response?.ok || response?.status === 422) return response.json();
    if (response && response.status < 500 && response.status !== 429) break;
    say(box, response ? says(box).busy : says(box).waiting, name);
    await new Promise((resolve) => setTimeout(resolve, pauses[Math.min(index, pauses.length - 1)]));
  }
  throw new Error('not accepted');
}

async function hashOf(bytes) {
  const digest = await crypto.subtle.digest('SHA-256', await bytes.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function remove(form, box, running, row) {
  const name = row.querySelector('[data-upload-name]').textContent;
  for (const job of running) if (job.row === row) job.cancel();
  takeAway(box, row);
  say(box, says(box).removed, name);
  box.querySelector('input[type=file]').focus();
  form.dispatchEvent(new Event('input'));
}
