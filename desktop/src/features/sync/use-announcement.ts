import { useEffect, useRef, useState } from 'react';

/** A state counts once it has lasted so long: a line that flickers says nothing. */
const steadyMs = 2_000;

/** What a screen reader is told: changes of `words` that last. What is `knownAtFirst` when the screen opens is no news. */
export function useAnnouncement(words: string, knownAtFirst = words): string {
  const [said, setSaid] = useState('');
  const known = useRef(knownAtFirst);
  useEffect(() => {
    if (words === known.current) return;
    const timer = setTimeout(() => {
      known.current = words;
      setSaid(words);
    }, steadyMs);
    return () => clearTimeout(timer);
  }, [words]);
  return said;
}
