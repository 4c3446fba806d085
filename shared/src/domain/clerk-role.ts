import { z } from './zod.ts';

/** An admin configures the municipality; with departments she also works like a lead. */
export const clerkRole = z.enum(['clerk', 'lead', 'admin']);
export type ClerkRole = z.infer<typeof clerkRole>;
