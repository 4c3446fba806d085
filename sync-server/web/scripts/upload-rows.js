// What a field with files shows, as a page from the server would: a row for each, what goes on, and what is wrong.

/** For a file on its way, with how far it is. */
export function addRow(box, name) {
  const list = box.querySelector('[data-upload-list]');
  const row = box.querySelector('[data-upload-row]').content.firstElementChild.cloneNode(true);
  row.dataset.uploadFile = free(box);
  row.querySelector('[data-upload-name]').textContent = name;
  row.querySelector('[data-upload-of]').textContent = `: ${name}`;
  row.querySelector('progress').setAttribute('aria-label', name);
  for (const input of row.querySelectorAll('input')) input.disabled = true;
  list.append(row);
  list.hidden = false;
  clearComplaint(box);
  return row;
}

/** The row becomes what a page from the server would show. */
export function fill(row, box, answer) {
  row.querySelector('.kern-progress').remove();
  row.querySelector('[data-upload-name]').textContent = answer.name;
  row.querySelector('[data-upload-size]').textContent = answer.size;
  for (const input of row.querySelectorAll('input')) {
    const part = input.name.slice(1);
    input.name = `${box.dataset.upload}.${row.dataset.uploadFile}.${part}`;
    input.value = answer[part];
    input.disabled = false;
  }
}

/** Without a word. */
export function takeAway(box, row) {
  row.remove();
  const list = box.querySelector('[data-upload-list]');
  list.hidden = list.children.length === 0;
}

/** These very bytes are in the field already. */
export function isAdded(box, hash) {
  return [...box.querySelectorAll('[data-upload-list] input')].some(({ value }) => value === hash);
}

/** The first place of the field that no file has; undefined: it is full. */
export function free(box) {
  const taken = [...box.querySelectorAll('[data-upload-file]')].map((row) => Number(row.dataset.uploadFile));
  for (let index = 0; index < Number(box.dataset.most); index += 1) if (!taken.includes(index)) return index;
  return undefined;
}

/** The sentences of this page's language. */
export function says(box) {
  return JSON.parse(box.dataset.says);
}

/** To everybody, without moving anybody's focus. */
export function say(box, sentence, name = '', percent = 0) {
  const line = box.querySelector('[data-upload-says]');
  line.textContent = filled(sentence, name).replace('%p', String(percent));
}

function filled(sentence, name) {
  // a function, because a name may hold what means something in a replacement
  return sentence.replace('%s', () => name);
}

/** Beside the field, as the server's own sentences are. */
export function complain(box, sentence, name) {
  say(box, '');
  clearComplaint(box);
  const line = box.querySelector('[data-upload-error]').content.firstElementChild.cloneNode(true);
  line.querySelector('[data-upload-error-text]').textContent = filled(sentence, name);
  box.querySelector('[data-upload-says]').before(line);
  box.classList.add('kern-form-input--error');
}

function clearComplaint(box) {
  for (const line of box.querySelectorAll('.kern-error')) line.remove();
  box.classList.remove('kern-form-input--error');
}
