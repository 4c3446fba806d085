import { type Press, type ShortcutId, ShortcutRecogniser, type Situation } from './shortcuts.ts';

export type ShortcutActionsById = Partial<Readonly<Record<ShortcutId, () => void>>>;

/**
 * What the shortcuts do just now, and the one recogniser that all presses go through. With a recogniser for each component
 * the "a" of "g, then a" would be taken by whoever listens to a single "a".
 */
export class ShortcutActions {
  /** The newest last: it wins where two want the same shortcut. */
  #offered: readonly (() => ShortcutActionsById)[] = [];
  readonly #recogniser = new ShortcutRecogniser((id) => this.#actionOf(id) !== undefined);

  get isEmpty(): boolean {
    return this.#offered.length === 0;
  }

  /** `actions` is asked anew at each press. The answer takes them back. */
  register(actions: () => ShortcutActionsById): () => void {
    this.#offered = [...this.#offered, actions];
    return () => {
      this.#offered = this.#offered.filter((each) => each !== actions);
    };
  }

  /** Whether the press completed a shortcut: its action was performed, or must wait until a dialog is answered. */
  press(press: Press, situation: Situation): boolean {
    const id = this.#recogniser.press(press, situation);
    if (id === undefined) return false;
    if (id !== 'withheld') this.#actionOf(id)?.();
    return true;
  }

  #actionOf(id: ShortcutId): (() => void) | undefined {
    return this.#offered.findLast((actions) => actions()[id] !== undefined)?.()[id];
  }
}
