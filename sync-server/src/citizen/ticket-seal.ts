import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/**
 * Hands a value to a browser that can neither read nor change it (AES-256-GCM), for hidden fields and addresses:
 * a client can't choose ids, and an address kept in a browser's history holds no tracking code.
 */
export interface TicketSeal {
  seal(value: unknown): string;
  /** undefined: not sealed by this server, or changed since. */
  open(sealed: string): unknown;
}

const nonceBytes = 12;
const tagBytes = 16;

/** @param longest what is longer isn't even looked at */
export function createTicketSeal(key: Buffer, longest = 2000): TicketSeal {
  return {
    seal: (value) => {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const text = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, text, cipher.getAuthTag()]).toString('base64url');
    },
    open: (sealed) => {
      if (sealed.length < 40 || sealed.length > longest || !/^[A-Za-z0-9_-]+$/.test(sealed)) return undefined;
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length < nonceBytes + tagBytes) return undefined;
      const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), {
        authTagLength: tagBytes,
      });
      cipher.setAuthTag(bytes.subarray(-tagBytes));
      try {
        const text = Buffer.concat([cipher.update(bytes.subarray(nonceBytes, -tagBytes)), cipher.final()]);
        return JSON.parse(text.toString('utf8')) as unknown;
      } catch {
        // a wrong tag is the expected answer to a changed ticket
        return undefined;
      }
    },
  };
}
