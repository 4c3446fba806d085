/** So many lie in the upper layer before both become one: what a new entry costs, however many there are. */
const mostAbove = 64;

/**
 * What `before` has, and what was `added` over it. Neither may change any more; of hundreds of entries only the few of
 * the upper layer are copied, so that one more costs what it is itself.
 */
export function extended<K, V>(before: ReadonlyMap<K, V>, added: ReadonlyMap<K, V>): ReadonlyMap<K, V> {
  if (added.size === 0) return before;
  if (before.size === 0) return added;
  const isLayered = before instanceof LayeredMap;
  const below: ReadonlyMap<K, V> = isLayered ? before.below : before;
  const upper = new Map<K, V>(isLayered ? [...before.above, ...added] : added);
  return upper.size > mostAbove ? new Map([...below, ...upper]) : new LayeredMap(below, upper);
}

/** Two layers, read as one map. In the order of a map that took the lower one's entries first. */
class LayeredMap<K, V> implements ReadonlyMap<K, V> {
  readonly below: ReadonlyMap<K, V>;
  readonly above: ReadonlyMap<K, V>;
  #size: number | undefined;

  constructor(below: ReadonlyMap<K, V>, above: ReadonlyMap<K, V>) {
    this.below = below;
    this.above = above;
  }

  get size(): number {
    this.#size ??= [...this.above.keys()].filter((key) => !this.below.has(key)).length + this.below.size;
    return this.#size;
  }

  has(key: K): boolean {
    return this.above.has(key) || this.below.has(key);
  }

  get(key: K): V | undefined {
    return this.above.has(key) ? this.above.get(key) : this.below.get(key);
  }

  *entries(): MapIterator<[K, V]> {
    for (const [key, value] of this.below)
      yield [key, this.above.has(key) ? (this.above.get(key) as V) : value];
    for (const entry of this.above) if (!this.below.has(entry[0])) yield entry;
  }

  *keys(): MapIterator<K> {
    for (const [key] of this.entries()) yield key;
  }

  *values(): MapIterator<V> {
    for (const [, value] of this.entries()) yield value;
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }

  forEach(act: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this.entries()) act(value, key, this);
  }
}
