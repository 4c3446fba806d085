// The screen in the hall: shows calls as they come, and says when it hears nothing any more.

const main = document.querySelector('[data-calls]');
const list = document.querySelector('[data-list]');
const noneLine = document.querySelector('[data-none-line]');
const stale = document.querySelector('[data-stale]');
const since = document.querySelector('[data-since]');
const clock = document.querySelector('[data-clock]');
const sound = document.querySelector('[data-sound]');
const clockFormat = new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', timeStyle: 'short' });

/** The server says something every five seconds. */
const silentMs = 12_000;
let heardAt = Date.now();
let source;
let known = new Set();
let isFirst = true;
let tones;

connect();
setInterval(watch, 1000);
watch();
// a browser keeps an open stream for long after its line has gone; a new one shows whether it is there
for (const change of ['offline', 'online']) addEventListener(change, connect);
sound.hidden = false;
sound.addEventListener('click', switchSound);

function connect() {
  source?.close();
  source = new EventSource(main.dataset.calls);
  source.addEventListener('beat', heard);
  source.addEventListener('calls', (event) => {
    heard();
    show(JSON.parse(event.data));
  });
}

function heard() {
  heardAt = Date.now();
  stale.hidden = true;
}

/** A connection that hangs isn't an error to the browser: it is begun anew. */
function watch() {
  const now = Date.now();
  clock.textContent = clockFormat.format(now);
  const isSilent = now - heardAt > silentMs || source.readyState === EventSource.CLOSED;
  if (!isSilent) return;
  if (stale.hidden) since.textContent = clockFormat.format(heardAt);
  stale.hidden = false;
  if (source.readyState === EventSource.CLOSED || (now - heardAt) % silentMs < 1000) connect();
}

function show(calls) {
  const isNew = calls.some(({ key, isOpen }) => isOpen && !known.has(key));
  known = new Set(calls.map(({ key }) => key));
  list.replaceChildren(...calls.map(lineOf));
  noneLine.hidden = calls.length > 0;
  if (isNew && !isFirst) ring();
  isFirst = false;
}

function lineOf({ number, counter, isOpen }) {
  const line = document.createElement('li');
  line.className = `display__call${isOpen ? ' display__call--open' : ''}`;
  const arrow = part('display__arrow', '→');
  arrow.setAttribute('aria-hidden', 'true');
  line.append(part('display__number', number), ' ', arrow, ' ', part('display__counter', counter));
  return line;
}

function part(name, text) {
  const element = document.createElement('span');
  element.className = name;
  element.textContent = text;
  return element;
}

/** Browsers play nothing before somebody has pressed something: so it is off until then. */
function switchSound() {
  const isOn = sound.getAttribute('aria-pressed') !== 'true';
  sound.setAttribute('aria-pressed', String(isOn));
  sound.textContent = isOn ? sound.dataset.on : sound.dataset.off;
  if (!isOn) return;
  tones ??= new AudioContext();
  void tones.resume();
  ring();
}

function ring() {
  if (!tones || sound.getAttribute('aria-pressed') !== 'true') return;
  for (const [index, pitch] of [660, 523].entries()) {
    const tone = tones.createOscillator();
    const volume = tones.createGain();
    const from = tones.currentTime + index * 0.45;
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0.3, from);
    volume.gain.exponentialRampToValueAtTime(0.001, from + 0.8);
    tone.connect(volume).connect(tones.destination);
    tone.start(from);
    tone.stop(from + 0.8);
  }
}
