import { argon2id } from 'hash-wasm';
import type { DerivePasswordKey } from './password-key.ts';

/** Argon2id in WebAssembly. Blocks whatever thread it runs in: the app calls it in a worker. */
export const derivePasswordKey: DerivePasswordKey = (password, salt, { memoryKiB, passes }) =>
  argon2id({
    password: password.normalize('NFC'),
    salt,
    memorySize: memoryKiB,
    iterations: passes,
    parallelism: 1,
    hashLength: 32,
    outputType: 'binary',
  });
