import { z } from './zod.ts';

/** Of the frame around what the municipality wrote, which is German in both. */
export const language = z.enum(['de', 'en']);
export type Language = z.infer<typeof language>;
