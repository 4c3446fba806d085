import { de } from '../texts/de.ts';

/** One press: by the character it types (layouts differ), or by the place of the key where a character can't be relied on. */
export type Chord = { readonly ctrl?: boolean; readonly alt?: boolean } & (
  | { readonly key: string; readonly code?: never }
  | { readonly code: `Key${string}`; readonly key?: never }
);

export interface Shortcut {
  readonly id: ShortcutId;
  /** One chord, or several one after another. */
  readonly keys: readonly Chord[];
  readonly text: string;
  /**
   * `anywhere` also while somebody types or a dialog is open; `uncovered` while somebody types, but an open dialog must be
   * answered first; `lists` where a list of cases is shown, `case` where one is, `calendar` where appointments are, `queue` where those who wait are.
   */
  readonly when: 'anywhere' | 'uncovered' | 'desk' | 'lists' | 'case' | 'calendar' | 'queue';
}

export const shortcutIds = [
  'palette',
  'overview',
  'newCase',
  'goDue',
  'goUnassigned',
  'goMine',
  'goAll',
  'goCalendar',
  'goQueue',
  'search',
  'previousCase',
  'nextCase',
  'sections',
  'filters',
  'views',
  'selectAll',
  'bookAppointment',
  'walkIn',
  'callNext',
  'lock',
] as const;
export type ShortcutId = (typeof shortcutIds)[number];

const text = de.frame.shortcuts.actions;
const calendarText = de.calendar.shortcuts;

/** Every shortcut of the desk. What listens and what is shown is made from this list alone. */
export const shortcuts: readonly Shortcut[] = [
  { id: 'palette', keys: [{ key: 'k', ctrl: true }], text: text.palette, when: 'uncovered' },
  // Ctrl + N is the browser's
  { id: 'newCase', keys: [{ code: 'KeyN', ctrl: true, alt: true }], text: text.newCase, when: 'uncovered' },
  { id: 'goDue', keys: [{ key: 'g' }, { key: 'f' }], text: text.goDue, when: 'desk' },
  { id: 'goUnassigned', keys: [{ key: 'g' }, { key: 'p' }], text: text.goUnassigned, when: 'desk' },
  { id: 'goMine', keys: [{ key: 'g' }, { key: 'm' }], text: text.goMine, when: 'desk' },
  { id: 'goAll', keys: [{ key: 'g' }, { key: 'a' }], text: text.goAll, when: 'desk' },
  { id: 'goCalendar', keys: [{ key: 'g' }, { key: 't' }], text: calendarText.goCalendar, when: 'desk' },
  { id: 'goQueue', keys: [{ key: 'g' }, { key: 'w' }], text: de.queue.shortcuts.goQueue, when: 'desk' },
  { id: 'search', keys: [{ key: '/' }], text: text.search, when: 'lists' },
  { id: 'previousCase', keys: [{ key: 'v' }], text: text.previousCase, when: 'case' },
  { id: 'nextCase', keys: [{ key: 'n' }], text: text.nextCase, when: 'case' },
  { id: 'sections', keys: [{ key: 's' }], text: de.work.sections.shortcut, when: 'case' },
  { id: 'filters', keys: [{ key: 'f' }], text: de.inbox.shortcuts.filters, when: 'lists' },
  { id: 'views', keys: [{ key: 'a' }], text: de.inbox.shortcuts.views, when: 'lists' },
  { id: 'selectAll', keys: [{ key: 'a', ctrl: true }], text: de.inbox.shortcuts.selectAll, when: 'lists' },
  { id: 'bookAppointment', keys: [{ key: 'b' }], text: calendarText.bookAppointment, when: 'calendar' },
  { id: 'walkIn', keys: [{ key: 'w' }], text: calendarText.walkIn, when: 'calendar' },
  { id: 'callNext', keys: [{ key: 'r' }], text: de.queue.shortcuts.callNext, when: 'queue' },
  { id: 'overview', keys: [{ key: '?' }], text: text.overview, when: 'desk' },
  // what Windows and browsers leave free beside Windows and L; Alt changes the character, so the key counts
  { id: 'lock', keys: [{ code: 'KeyL', ctrl: true, alt: true }], text: text.lock, when: 'anywhere' },
];

/** Made of characters alone: speech input and trembling hands press them by accident, so they can be switched off (WCAG 2.1.4). */
export function isOfCharacters({ keys }: Pick<Shortcut, 'keys'>): boolean {
  return keys.every(({ ctrl, alt }) => !ctrl && !alt);
}

/** `Strg + K`, `G, dann P`. */
export function shownKeys({ keys }: Pick<Shortcut, 'keys'>): string {
  return keys.map((chord) => chordNames(chord).join(' + ')).join(de.frame.shortcuts.followedBy);
}

/** The keys of a shortcut as they are shown. */
export function keysOf(id: ShortcutId): string {
  const found = shortcuts.find((shortcut) => shortcut.id === id);
  return found ? shownKeys(found) : '';
}

function chordNames({ ctrl, alt, key, code }: Chord): string[] {
  const names: string[] = ctrl ? [de.frame.shortcuts.ctrl] : [];
  if (alt) names.push(de.frame.shortcuts.alt);
  return [...names, (key ?? code.slice('Key'.length)).toUpperCase()];
}

/** What of a keyboard event counts. */
export type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'timeStamp'>;

export interface Situation {
  /** The press goes into a field. */
  readonly isTyping: boolean;
  /** A dialog or a menu is open. */
  readonly isCovered: boolean;
  readonly charactersCount: boolean;
}

const pauseMs = 2_000;
const modifiers = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock'];

/** Recognises shortcuts in presses, also those of several presses; a long pause or another key begins anew. */
export class ShortcutRecogniser {
  readonly #isOffered: (id: ShortcutId) => boolean;
  #pressed: readonly Press[] = [];

  /** Only what is offered at the moment of a press counts. */
  constructor(isOffered: (id: ShortcutId) => boolean = () => true) {
    this.#isOffered = isOffered;
  }

  /** `withheld`: the keys are the desk's and not the browser's, but a dialog must be answered first. */
  press(press: Press, situation: Situation): ShortcutId | 'withheld' | undefined {
    if (modifiers.includes(press.key)) return undefined;
    const last = this.#pressed.at(-1);
    const isLate = last !== undefined && press.timeStamp - last.timeStamp > pauseMs;
    const candidates = shortcuts.filter(
      (shortcut) => this.#isOffered(shortcut.id) && counts(shortcut, situation),
    );
    for (const pressed of [isLate ? [] : this.#pressed, []]) {
      const sequence = [...pressed, press];
      const begun = candidates.filter(({ keys }) => beginsWith(keys, sequence));
      const done = begun.find(({ keys }) => keys.length === sequence.length);
      this.#pressed = done || begun.length === 0 ? [] : sequence;
      if (done) return done.when === 'uncovered' && situation.isCovered ? 'withheld' : done.id;
      if (begun.length > 0) return undefined;
    }
    return undefined;
  }
}

function counts(shortcut: Shortcut, { isTyping, isCovered, charactersCount }: Situation): boolean {
  const isEverywhere = shortcut.when === 'anywhere' || shortcut.when === 'uncovered';
  if (!isEverywhere && (isTyping || isCovered)) return false;
  return charactersCount || !isOfCharacters(shortcut);
}

function beginsWith(keys: readonly Chord[], presses: readonly Press[]): boolean {
  return presses.every((press, index) => {
    const chord = keys[index];
    return chord !== undefined && isPressed(chord, press);
  });
}

function isPressed({ ctrl = false, alt = false, key, code }: Chord, press: Press): boolean {
  if (press.ctrlKey !== ctrl || press.altKey !== alt || press.metaKey) return false;
  return code === undefined ? press.key.toLowerCase() === key : press.code === code;
}
