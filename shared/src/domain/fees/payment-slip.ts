import type { MunicipalitySettings } from '../settings.ts';
import { localDate } from '../time.ts';
import { z } from '../zod.ts';
import { accountBic, accountHolder, accountIban } from './bank-account.ts';
import { creditorReference } from './creditor-reference.ts';
import { type FeeSums, openCents } from './fee.ts';
import { cents } from './money.ts';

/** Everything a transfer needs. */
export const paymentSlip = z.strictObject({
  holder: accountHolder.min(1),
  iban: accountIban,
  /** '' = not given. */
  bic: accountBic.or(z.literal('')),
  reference: z.string().min(1).max(35),
  amountCents: cents.min(1),
  dueOn: localDate,
});
export type PaymentSlip = z.infer<typeof paymentSlip>;

/** undefined: nothing is open, or the municipality's account or the case's reference isn't known. */
export function paymentSlipOf(
  fileReference: string,
  fee: FeeSums | undefined,
  {
    bankHolder,
    bankIban,
    bankBic,
    name,
  }: Pick<MunicipalitySettings, 'bankHolder' | 'bankIban' | 'bankBic' | 'name'>,
): PaymentSlip | undefined {
  const reference = creditorReference(fileReference);
  const amountCents = fee ? openCents(fee) : 0;
  if (fee === undefined || amountCents === 0 || reference === undefined || !bankIban) return undefined;
  return {
    holder: bankHolder || name.slice(0, 70),
    iban: bankIban,
    bic: bankBic ?? '',
    reference,
    amountCents,
    dueOn: fee.dueOn,
  };
}

/** `DE02 1203 0000 0000 2020 51` */
export function formatIban(iban: string): string {
  return iban.replaceAll(/(.{4})(?=.)/g, '$1 ');
}

/**
 * What a banking app reads from the square (GiroCode): EPC069-12, version 002, in UTF-8. The reference goes as free text:
 * German apps show that one to the payer, while the field for structured references is lost by some.
 */
export function giroCode({ holder, iban, bic, reference, amountCents }: PaymentSlip): string {
  const amount = `EUR${(amountCents / 100).toFixed(2)}`;
  return ['BCD', '002', '1', 'SCT', bic, holder, iban, amount, '', '', reference].join('\n');
}

/** EPC069-12: more bytes than this no reader has to take. */
export const longestGiroCode = 331;
