import { useState } from 'react';

const remembered = new Map<string, unknown>();

/**
 * State that outlives its screen (the search text, when a case was looked at in between), in memory only: what was searched for is personal data. `parse` gives the type back, or the start value.
 */
export function useRemembered<T>(key: string, parse: (kept: unknown) => T): readonly [T, (value: T) => void] {
  const [value, setValue] = useState(() => parse(remembered.get(key)));
  return [
    value,
    (changed) => {
      remembered.set(key, changed);
      setValue(changed);
    },
  ];
}
