import { describe, expect, it } from 'vitest';
import { checkApplies } from './apply-mutant.ts';
import { mutants } from './mutants.ts';

describe('the mutants', () => {
  it.each(mutants.map((mutant) => [mutant.name, mutant] as const))('%s still applies', (_name, mutant) => {
    expect(() => checkApplies(mutant)).not.toThrow();
  });
});
