import { z } from '@amtsstube/shared/domain/zod';

/** Argon2id's cost, kept beside what it protects, so that it can be raised later. */
export const argon2Cost = z.strictObject({
  memoryKiB: z.int().min(8).max(1_048_576),
  passes: z.int().min(1).max(20),
});
export type Argon2Cost = z.infer<typeof argon2Cost>;

/**
 * Three times OWASP's memory for servers: here a thief may guess on his own machine, and one clerk's PC takes about
 * half a second for it.
 */
export const presentCost: Argon2Cost = { memoryKiB: 65_536, passes: 3 };

/** 32 bytes from a password (NFC: the same password typed on another keyboard is the same). Takes its time. */
export type DerivePasswordKey = (password: string, salt: Uint8Array, cost: Argon2Cost) => Promise<Uint8Array>;
