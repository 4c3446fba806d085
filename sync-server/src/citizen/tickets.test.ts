import { randomBytes } from 'node:crypto';
import { instantOf } from '@amtsstube/shared/domain/time';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { describe, expect, it } from 'vitest';
import { createTicketSeal } from './ticket-seal.ts';
import {
  isExpired,
  newFormTicket,
  newReceiptTicket,
  newTrackingCode,
  openFormTicket,
  openReceiptTicket,
  readTrackingCode,
} from './tickets.ts';

const now = instantOf(Date.parse('2026-11-23T08:00:00Z'));
const aMonthLater = instantOf(Date.parse('2026-12-24T08:00:00Z'));
const seal = createTicketSeal(randomBytes(32));
const ticket = newFormTicket(testTown.municipalityId, testTown.serviceId, testTown.formVersionId, now);

describe('tickets', () => {
  it('come back as they were made, and can be read by nobody else', () => {
    const sealed = seal.seal(ticket);
    expect(sealed).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain(ticket.trackingCode);
    expect(openFormTicket(seal, sealed)).toEqual(ticket);
    expect(openFormTicket(createTicketSeal(randomBytes(32)), sealed)).toBeUndefined();
  });

  it('are refused when one bit is changed, cut, or of another kind', () => {
    const bytes = Buffer.from(seal.seal(ticket), 'base64url');
    for (let index = 0; index < bytes.length; index += 1) {
      const changed = Buffer.from(bytes);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(openFormTicket(seal, changed.toString('base64url'))).toBeUndefined();
    }
    expect(openFormTicket(seal, bytes.subarray(0, 40).toString('base64url'))).toBeUndefined();
    expect(openFormTicket(seal, '')).toBeUndefined();
    const receipt = seal.seal(newReceiptTicket(testTown.municipalityId, ticket.trackingCode, now));
    expect(openFormTicket(seal, receipt)).toBeUndefined();
  });

  it('expire: a form after thirty days, a receipt after one', () => {
    expect(isExpired(ticket, now)).toBe(false);
    expect(isExpired(ticket, aMonthLater)).toBe(true);
    const receipt = seal.seal(newReceiptTicket(testTown.municipalityId, ticket.trackingCode, now));
    expect(openReceiptTicket(seal, receipt, now)?.trackingCode).toBe(ticket.trackingCode);
    expect(openReceiptTicket(seal, receipt, aMonthLater)).toBeUndefined();
  });
});

describe('tracking codes', () => {
  it('are never the same and read back however they are typed', () => {
    const code = newTrackingCode();
    expect(newTrackingCode()).not.toBe(code);
    for (const typed of [
      code,
      code.toLowerCase(),
      code.replaceAll('-', ''),
      ` ${code.replaceAll('-', ' – ')} `,
    ]) {
      expect(readTrackingCode(typed)).toBe(code);
    }
  });

  it.each(['', 'ABCDE', 'ABCDE-FGHJK-MNPQ0', 'ABCDE-FGHJK-MNPQRS', '../../etc', 'ABCDE\u0000FGHJK'])(
    '%j is none',
    (typed) => {
      expect(readTrackingCode(typed)).toBeUndefined();
    },
  );
});
