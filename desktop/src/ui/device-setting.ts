import type { z } from '@amtsstube/shared/domain/zod';
import { BehaviorSubject, type Observable } from 'rxjs';

type SettingStorage = () => Pick<Storage, 'getItem' | 'setItem'>;

/** A choice about this device, kept beside the desk and in clear: it holds nothing about a person or a case. */
export class DeviceSetting<T> {
  readonly #name: string;
  readonly #storage: SettingStorage;
  readonly #now: BehaviorSubject<T>;
  readonly value$: Observable<T>;

  /** @param storage may throw: without one, the choice lasts as long as the page */
  constructor(name: string, schema: z.ZodType<T>, initial: T, storage: SettingStorage = ownStorage) {
    this.#name = name;
    this.#storage = storage;
    this.#now = new BehaviorSubject(this.#read(schema) ?? initial);
    this.value$ = this.#now.asObservable();
  }

  get value(): T {
    return this.#now.value;
  }

  change(value: T): void {
    this.#now.next(value);
    try {
      this.#storage().setItem(this.#name, JSON.stringify(value));
    } catch {
      // full or forbidden: nobody's work hangs on it
    }
  }

  #read(schema: z.ZodType<T>): T | undefined {
    try {
      return schema.safeParse(JSON.parse(this.#storage().getItem(this.#name) ?? 'null')).data;
    } catch {
      return undefined;
    }
  }
}

const ownStorage: SettingStorage = () => globalThis.localStorage;
