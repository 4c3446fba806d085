import { hkdfSync, randomInt } from 'node:crypto';
import type { OpId } from '@amtsstube/shared/domain/ids';
import { type Instant, instantOf, millisecondsOf } from '@amtsstube/shared/domain/time';
import { z } from '@amtsstube/shared/domain/zod';
import { type Challenge, createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';

/** About a second of work for a telephone, a few for a slow one; for a thousand applications that many seconds. */
const cost = 1000;
const work = { least: 1500, most: 3000 };
const lifetimeMs = 60 * 60 * 1000;
const longestProof = 4000;

const proof = z.object({
  challenge: z.object({
    parameters: z.looseObject({
      algorithm: z.literal('PBKDF2/SHA-256'),
      nonce: z.string(),
      salt: z.string(),
      cost: z.literal(cost),
      keyLength: z.number(),
      keyPrefix: z.string(),
      data: z.object({ opId: z.string() }),
    }),
    signature: z.string(),
  }),
  solution: z.object({ counter: z.number(), derivedKey: z.string() }),
});

export interface Proofs {
  /** What a browser is to calculate before this application is taken. */
  challengeFor(opId: OpId, now: Instant): Promise<Challenge>;
  /** Whether `text` (JSON, from a stranger) shows that it was done for this application. */
  isProof(text: string, opId: OpId, now: Instant): Promise<boolean>;
}

/** ALTCHA's proof of work, made and checked here: no third party, no puzzle, nothing told about the person. */
export function createProofs(secret: Uint8Array): Proofs {
  const keyOf = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', purpose, 32)).toString('hex');
  const secrets = {
    hmacSignatureSecret: keyOf('amtsstube proof'),
    hmacKeySignatureSecret: keyOf('amtsstube proof key'),
  };
  return {
    challengeFor: (opId, now) =>
      createChallenge({
        algorithm: 'PBKDF2/SHA-256',
        cost,
        counter: randomInt(work.least, work.most),
        data: { opId },
        expiresAt: new Date(instantOf(millisecondsOf(now) + lifetimeMs)),
        deriveKey,
        ...secrets,
      }),
    isProof: async (text, opId, now) => {
      const given = text.length > longestProof ? undefined : proof.safeParse(jsonOf(text)).data;
      // for another application it would be one calculation for many
      if (given?.challenge.parameters.data.opId !== opId) return false;
      const { challenge, solution } = given as { challenge: Challenge; solution: typeof given.solution };
      if ((challenge.parameters.expiresAt ?? 0) * 1000 < millisecondsOf(now)) return false;
      try {
        return (await verifySolution({ challenge, solution, deriveKey, ...secrets })).verified;
      } catch {
        // made of what is no hexadecimal, or too short
        return false;
      }
    },
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
