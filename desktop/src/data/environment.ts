import type { Instant } from '@amtsstube/shared/domain/time';

/** Clock, waiting and randomness, from outside, so that the simulation owns them. */
export interface Environment {
  now(): Instant;
  /** Resolves after `milliseconds`, or at once when `signal` is aborted. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** A new id, unique for all time: 128 random bits. */
  newId(): string;
  randomBytes(length: number): Uint8Array;
  /** 0 ≤ x < 1 */
  random(): number;
}
