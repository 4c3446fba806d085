import type { z } from '@amtsstube/shared/domain/zod';

/** The form that was kept as `text`; undefined when there is none, or an earlier version's that fits no more. */
export function draftOf<T>(text: string, schema: z.ZodType<T>): T | undefined {
  if (text === '') return undefined;
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
