import { useEffect, useRef, useState } from 'react';
import { IdleWatch } from './idle-watch.ts';

const looksEvery = 15_000;
/** A click and an input also without a pointer or a key: screen readers press buttons, dictation writes. */
const signsOfLife = [
  'pointerdown',
  'pointermove',
  'keydown',
  'wheel',
  'touchstart',
  'click',
  'input',
] as const;
/** All that comes through of a screen reader at work, which keeps the keys for itself. */
const signsOfReading = ['scroll', 'focusin', 'selectionchange'] as const;

/** Calls `lock` when the person has been away, again until it does. True while she is warned that this is about to happen; any sign ends it. */
export function useIdleLock(lock: () => Promise<void>): boolean {
  const latest = useRef(lock);
  latest.current = lock;
  const [isWarned, setIsWarned] = useState(false);
  useEffect(() => {
    const watch = new IdleWatch(Date.now());
    let isLocking = false;
    const note = (presence: ReturnType<IdleWatch['look']>) => {
      setIsWarned(presence === 'warned');
      if (presence !== 'away' || isLocking) return;
      isLocking = true;
      void latest.current().finally(() => {
        isLocking = false;
      });
    };
    const look = () => note(watch.look(Date.now()));
    const sign = () => note(watch.sign(Date.now()));
    let height = document.documentElement.scrollHeight;
    // the desk scrolls and focuses by itself too; nobody reads in a window that isn't in front
    const signOfReading = ({ type, target }: Event) => {
      // a browser keeps what is read in its place where something above it comes or goes: nobody did that
      const isMoved = type === 'scroll' && document.documentElement.scrollHeight !== height;
      if (isMoved) height = document.documentElement.scrollHeight;
      // a field's own, which a browser also tells when the field is merely drawn anew; who types is heard by the keys
      const isOfField = type === 'selectionchange' && target !== document;
      return document.hasFocus() && !isOfField && !isMoved ? sign() : look();
    };
    const passive = { passive: true, capture: true } as const;
    for (const name of signsOfLife) addEventListener(name, sign, passive);
    for (const name of signsOfReading) addEventListener(name, signOfReading, passive);
    const timer = setInterval(look, looksEvery);
    return () => {
      clearInterval(timer);
      for (const name of signsOfLife) removeEventListener(name, sign, { capture: true });
      for (const name of signsOfReading) removeEventListener(name, signOfReading, { capture: true });
    };
  }, []);
  return isWarned;
}
