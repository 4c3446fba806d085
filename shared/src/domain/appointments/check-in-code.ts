import type { AppointmentId } from '../ids.ts';

/** Nothing that is read as something else. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const length = 6;

/**
 * What a booked person types at the kiosk or shows as a QR code: 30 bits, made of the appointment's random id, so every
 * desk and the server come to the same. It opens nothing but the queue of the very day.
 */
export function checkInCode(id: AppointmentId): string {
  // FNV-1a, and once more mixed so that near ids are far apart
  let hash = 0x811c9dc5;
  for (const character of id) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  hash = (hash ^ (hash >>> 15)) >>> 0;
  return Array.from({ length }, (_, index) => alphabet[(hash >>> (index * 5)) & 31]).join('');
}

/**
 * As somebody types it, or as a scanner types what the QR code of the appointment's page holds: an address that ends in
 * `#` and the code. What a scanner makes of the signs before it on another keyboard doesn't matter. undefined: no code.
 */
export function readCheckInCode(typed: string): string | undefined {
  const text = typed.trim().toUpperCase();
  const joined = text.replaceAll(/[\s-]/g, '');
  const code = joined.length === length ? joined : text.slice(-length);
  const isWhole = joined.length === length || /[^0-9A-Z]/.test(text.at(-length - 1) ?? 'A');
  return isWhole && [...code].every((each) => alphabet.includes(each)) ? code : undefined;
}
