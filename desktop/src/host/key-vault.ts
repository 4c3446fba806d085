/**
 * The operating system's safe for keys (Windows: of this person's account on this PC; Linux: her keyring). What it
 * wrapped, nobody else and no other PC unwraps.
 */
export interface KeyVault {
  /** Rejects with `unavailable` where the system refuses. */
  wrap(bytes: Uint8Array): Promise<Uint8Array>;
  /** `undefined`: wrapped elsewhere, changed, or the system's key is gone (a new profile, another PC) or out of reach. */
  unwrap(wrapped: Uint8Array): Promise<Unwrapped | undefined>;
}

export interface Unwrapped {
  readonly bytes: Uint8Array;
  /** The system has a newer key: `wrap` it again. */
  readonly isOutdated: boolean;
}
