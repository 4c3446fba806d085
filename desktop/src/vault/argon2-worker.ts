import { z } from '@amtsstube/shared/domain/zod';
import { derivePasswordKey } from './argon2.ts';
import { argon2Cost } from './password-key.ts';

const request = z.strictObject({ password: z.string(), salt: z.instanceof(Uint8Array), cost: argon2Cost });

/** Answers one question and is thrown away by who asked, with the password in its memory. */
addEventListener('message', (event: MessageEvent<unknown>) => {
  const { password, salt, cost } = request.parse(event.data);
  void derivePasswordKey(password, salt, cost).then((key) => postMessage(key));
});
