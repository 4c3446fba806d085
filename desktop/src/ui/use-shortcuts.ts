import { useEffect, useRef } from 'react';
import { characterKeys } from './character-keys.ts';
import { ShortcutActions, type ShortcutActionsById } from './shortcut-actions.ts';
import type { Situation } from './shortcuts.ts';

/** This window's: a sequence that one component began to listen to is nobody else's single key. */
const actionsOfWindow = new ShortcutActions();

/** Performs an action when its shortcut is pressed, for as long as the component is shown. */
export function useShortcuts(actions: ShortcutActionsById): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    if (actionsOfWindow.isEmpty) addEventListener('keydown', listen);
    const unregister = actionsOfWindow.register(() => latest.current);
    return () => {
      unregister();
      if (actionsOfWindow.isEmpty) removeEventListener('keydown', listen);
    };
  }, []);
}

function listen(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.repeat) return;
  if (actionsOfWindow.press(event, situationOf(event))) event.preventDefault();
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
