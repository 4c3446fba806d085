// The screen in the hall: shows calls as they come, and says when it hears nothing any more.

const main = document.querySelector('[data-calls]');
const list = document.querySelector('[data-list]');
const noneLine = document.querySelector('[data-none-line]');
const stale = document.querySelector('[data-stale]');
const since = document.querySelector('[data-since]');
const clock = document.querySelector('[data-clock]');
const sound = document.querySelector('[data-sound]');
const speech = document.querySelector('[data-speech]');
const clockFormat = new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', timeStyle: 'short' });

/** The server says something every five seconds. */
const silentMs = 12_000;
let heardAt = Date.now();
let source;
const known = new Set();
let isFirst = true;
let tones;
let voice;

connect();
setInterval(watch, 1000);
watch();
// a browser keeps an open stream for long after its line has gone; a new one shows whether it is there
for (const change of ['offline', 'online']) addEventListener(change, connect);
sound.hidden = false;
sound.addEventListener('click', switchSound);
speech.addEventListener('click', switchSpeech);
offerSpeech();
// many browsers know their voices a moment later
globalThis.speechSynthesis?.addEventListener('voiceschanged', offerSpeech);

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
  const fresh = calls.filter(({ key, isOpen }) => isOpen && !known.has(key));
  // one that found no room on the screen and comes back is no new call
  for (const { key } of calls) known.add(key);
  list.replaceChildren(...calls.map(lineOf));
  noneLine.hidden = calls.length > 0;
  if (fresh.length > 0 && !isFirst) ring(() => fresh.forEach(speak));
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
  if (!switched(sound)) return;
  tones ??= new AudioContext();
  void tones.resume();
  ring();
}

/** Whether it is on now. */
function switched(button) {
  const isOn = !isPressed(button);
  button.setAttribute('aria-pressed', String(isOn));
  button.textContent = isOn ? button.dataset.on : button.dataset.off;
  return isOn;
}

function isPressed(button) {
  return button.getAttribute('aria-pressed') === 'true';
}

/** Only with a German voice of the device itself: of others, what is said goes to somebody's server. */
function offerSpeech() {
  const voices = globalThis.speechSynthesis?.getVoices() ?? [];
  voice = voices.find(({ lang, localService }) => localService && /^de([-_]|$)/i.test(lang));
  speech.hidden = voice === undefined;
}

function switchSpeech() {
  if (switched(speech)) say(speech.dataset.example);
  else speechSynthesis.cancel();
}

/** `B07` is said as "B 7". */
function speak({ number, counter }) {
  const said = number.replaceAll(/([A-Z])0*(\d)/g, '$1 $2').replaceAll('-', ' ');
  say(speech.dataset.says.replace('{number}', said).replace('{counter}', counter));
}

function say(text) {
  if (!voice || !isPressed(speech)) return;
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.rate = 0.9;
  speechSynthesis.speak(utterance);
}

/** @param then what follows the tones; at once where they are off */
function ring(then) {
  if (!tones || !isPressed(sound)) {
    then?.();
    return;
  }
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
    if (index === 1 && then) tone.addEventListener('ended', then);
  }
}
