import type { z } from '@amtsstube/shared/domain/zod';
import { useMemo } from 'react';
import { draftOf } from './form-draft.ts';
import { useDraft } from './use-draft.ts';

/** As `useDraft`, for several fields at once: undefined while nothing is begun; write undefined once it is saved. */
export function useFormDraft<T>(
  key: string,
  schema: z.ZodType<T>,
): readonly [T | undefined, (changed: T | undefined) => void] {
  const [text, setText] = useDraft(key);
  const draft = useMemo(() => draftOf(text, schema), [text, schema]);
  return [draft, (changed) => setText(changed === undefined ? '' : JSON.stringify(changed))];
}
