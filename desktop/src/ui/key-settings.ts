import { BehaviorSubject, type Observable } from 'rxjs';

const name = 'amtsstube.character-keys';

/** Whether shortcuts made of characters alone count on this device (WCAG 2.1.4). Nothing about a person or a case. */
export class KeySettings {
  readonly #storage: () => Pick<Storage, 'getItem' | 'setItem'>;
  readonly #now: BehaviorSubject<boolean>;
  readonly characterKeys$: Observable<boolean>;

  /** @param storage may throw: without one, the choice lasts as long as the page */
  constructor(storage: () => Pick<Storage, 'getItem' | 'setItem'>) {
    this.#storage = storage;
    this.#now = new BehaviorSubject(this.#read());
    this.characterKeys$ = this.#now.asObservable();
  }

  get characterKeys(): boolean {
    return this.#now.value;
  }

  change(characterKeys: boolean): void {
    this.#now.next(characterKeys);
    try {
      this.#storage().setItem(name, String(characterKeys));
    } catch {
      // full or forbidden: nobody's work hangs on it
    }
  }

  #read(): boolean {
    try {
      return this.#storage().getItem(name) !== 'false';
    } catch {
      return true;
    }
  }
}

/** This window's. */
export const keySettings = new KeySettings(() => globalThis.localStorage);
