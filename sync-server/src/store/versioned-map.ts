/** One value of a key, from a version on; `undefined` = deleted. */
interface Since<V> {
  readonly version: number;
  readonly value: V | undefined;
}

/**
 * A map that can be read as it was at an older version. A transaction writes at the next version, so readers of
 * the committed one don't see it, and undoing it drops one entry per key it touched.
 */
export class VersionedMap<K, V> {
  readonly #values = new Map<K, readonly Since<V>[]>();
  #touched: { version: number; keys: Set<K> } = { version: -1, keys: new Set() };

  /** @param entries values as of version 0 */
  constructor(entries: Iterable<readonly [K, V]> = []) {
    for (const [key, value] of entries) this.#values.set(key, [{ version: 0, value }]);
  }

  get(key: K, at: number): V | undefined {
    return valueAt(this.#values.get(key), at);
  }

  /** Entries in the order in which their keys first came. */
  *entries(at: number): Generator<readonly [K, V]> {
    for (const [key, since] of this.#values) {
      const value = valueAt(since, at);
      if (value !== undefined) yield [key, value];
    }
  }

  /** @param oldestRead versions before it are read by nobody any more, and forgotten */
  set(key: K, value: V | undefined, version: number, oldestRead: number): void {
    const before = (this.#values.get(key) ?? []).filter((since) => since.version < version);
    const keptFrom = before.findLastIndex((since) => since.version <= oldestRead);
    this.#values.set(key, [...before.slice(Math.max(0, keptFrom)), { version, value }]);
    if (this.#touched.version !== version) this.#touched = { version, keys: new Set() };
    this.#touched.keys.add(key);
  }

  /** Forgets everything written at the version now being written. */
  undo(version: number): void {
    if (this.#touched.version !== version) return;
    for (const key of this.#touched.keys) {
      const before = (this.#values.get(key) ?? []).filter((since) => since.version < version);
      if (before.length > 0) this.#values.set(key, before);
      else this.#values.delete(key);
    }
    this.#touched.keys.clear();
  }
}

function valueAt<V>(since: readonly Since<V>[] | undefined, at: number): V | undefined {
  if (!since) return undefined;
  for (let index = since.length - 1; index >= 0; index -= 1) {
    const entry = since[index];
    if (entry && entry.version <= at) return entry.value;
  }
  return undefined;
}
