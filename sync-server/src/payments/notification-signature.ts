import { createHmac, timingSafeEqual } from 'node:crypto';

/** `t=1764244800,v1=…`: an HMAC-SHA256 over time and body, as providers commonly sign what they send. */
export const signatureHeader = 'x-payment-signature';

/** Older than this is a repetition of something overheard, in seconds. */
const longestAge = 5 * 60;

export function signNotification(secret: string, body: Uint8Array, atMs: number): string {
  const seconds = Math.floor(atMs / 1000);
  return `t=${seconds},v1=${digestOf(secret, body, seconds)}`;
}

export function isSignedBy(
  secret: string,
  body: Uint8Array,
  signature: string | undefined,
  nowMs: number,
): boolean {
  const match = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(signature ?? '');
  if (!match) return false;
  const seconds = Number(match[1]);
  if (Math.abs(nowMs / 1000 - seconds) > longestAge) return false;
  const [given, right] = [
    Buffer.from(match[2] ?? '', 'hex'),
    Buffer.from(digestOf(secret, body, seconds), 'hex'),
  ];
  return given.length === right.length && timingSafeEqual(given, right);
}

function digestOf(secret: string, body: Uint8Array, seconds: number): string {
  return createHmac('sha256', secret).update(`${seconds}.`).update(body).digest('hex');
}
