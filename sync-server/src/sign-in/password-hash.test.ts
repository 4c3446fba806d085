import { describe, expect, it } from 'vitest';
import { hashPassword, verifyPassword } from './password-hash.ts';

describe('hashPassword', () => {
  it('keeps its parameters with the hash and a salt of its own', async () => {
    const [first, second] = await Promise.all([hashPassword('geheim'), hashPassword('geheim')]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[^$]{22}\$[^$]{43}$/);
    expect(first).not.toBe(second);
  });

  it('verifies the password and nothing else', async () => {
    const hash = await hashPassword('Füße-7');
    expect(await verifyPassword({ hash, password: 'Füße-7' })).toBe(true);
    expect(await verifyPassword({ hash, password: 'Fu\u0308ße-7' })).toBe(true);
    expect(await verifyPassword({ hash, password: 'Füße-8' })).toBe(false);
    expect(await verifyPassword({ hash: 'no hash', password: 'Füße-7' })).toBe(false);
  });
});
