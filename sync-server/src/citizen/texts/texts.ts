import type { de } from './de.ts';

/** What each language must say: the German texts' shape, with any wording. */
export type Texts = Worded<typeof de>;

type Worded<T> = T extends string
  ? string
  : T extends (...given: infer Given) => string
    ? (...given: Given) => string
    : T extends readonly (infer Entry)[]
      ? readonly Worded<Entry>[]
      : { readonly [K in keyof T]: Worded<T[K]> };
