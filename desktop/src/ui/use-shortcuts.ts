import { useEffect, useRef } from 'react';
import { characterKeys } from './character-keys.ts';
import { type ShortcutId, ShortcutRecogniser, type Situation, shortcuts } from './shortcuts.ts';

/** Performs an action when its shortcut is pressed, for as long as the component is shown. */
export function useShortcuts(actions: Partial<Readonly<Record<ShortcutId, () => void>>>): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const recogniser = new ShortcutRecogniser(shortcuts.filter(({ id }) => latest.current[id]));
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      const id = recogniser.press(event, situationOf(event));
      if (id === undefined) return;
      event.preventDefault();
      latest.current[id]?.();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}

const fields =
  'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], [role=combobox]';
const covers = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox]';

function situationOf({ target }: KeyboardEvent): Situation {
  return {
    isTyping: target instanceof Element && target.closest(fields) !== null,
    isCovered: document.querySelector(covers) !== null,
    charactersCount: characterKeys.value,
  };
}
