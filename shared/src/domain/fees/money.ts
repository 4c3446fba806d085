import { z } from '../zod.ts';

/** Integer cents of euros; more than a million euros is a slip of the pen. */
export const cents = z.int().min(0).max(1e8);

/** `1.234,50 €` */
export function formatCents(amount: number): string {
  const [euros = '0', rest = '00'] = (Math.abs(amount) / 100).toFixed(2).split('.');
  return `${amount < 0 ? '−' : ''}${euros.replaceAll(/\B(?=(\d{3})+$)/g, '.')},${rest} €`;
}

/** Reads `35`, `35,5`, `1.234,50 €` as people write them; undefined when it is no amount. */
export function parseCents(text: string): number | undefined {
  const written = text.replaceAll(/[\s€]/gu, '');
  const match = /^(\d{1,3}(?:\.\d{3})+|\d{1,9})(?:,(\d{1,2}))?$/.exec(written);
  if (!match) return undefined;
  const [, euros = '', rest = ''] = match;
  return Number(euros.replaceAll('.', '')) * 100 + Number(rest.padEnd(2, '0'));
}
