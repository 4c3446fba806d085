import { isIban } from '../forms/kinds/iban.ts';
import { z } from '../zod.ts';

export const accountHolder = z.string().max(70);
export const accountIban = z.string().refine(isIban);
/** ISO 9362; without it a transfer inside the euro area works too. */
export const accountBic = z.string().regex(/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/);
