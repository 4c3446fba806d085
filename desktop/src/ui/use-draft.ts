import { useState } from 'react';
import { useDesk } from './desk-context.tsx';

/**
 * A text that a person types and that survives reload, crash and a locked screen until it is saved; write '' once it is.
 * The component must be keyed by what the draft belongs to, so that another case begins with its own draft.
 */
export function useDraft(key: string): readonly [string, (text: string) => void] {
  const { drafts } = useDesk();
  const [text, setText] = useState(() => drafts.read(key));
  return [
    text,
    (changed) => {
      drafts.write(key, changed);
      setText(changed);
    },
  ];
}
