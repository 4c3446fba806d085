import { useState } from 'react';
import { createDrafts, type Drafts } from './drafts.ts';

let drafts: Drafts | undefined;

/** The drafts of this window, made at first use so that importing this file touches no storage. */
export function windowDrafts(): Drafts {
  drafts ??= createDrafts(sessionStorage);
  return drafts;
}

/**
 * A text that a person types and that survives reload and crash until it is saved; write '' once it is. The component
 * must be keyed by what the draft belongs to, so that another case begins with its own draft.
 */
export function useDraft(key: string): readonly [string, (text: string) => void] {
  const [text, setText] = useState(() => windowDrafts().read(key));
  return [
    text,
    (changed) => {
      windowDrafts().write(key, changed);
      setText(changed);
    },
  ];
}
