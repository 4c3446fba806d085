import type { LocalDate } from '@amtsstube/shared/domain/time';

/** What a citizen is to pay online. */
export interface WantedPayment {
  /** The same wish has the same key: asked twice it is one payment. */
  readonly key: string;
  readonly amountCents: number;
  /** Of the case (Kassenzeichen): comes back with the payment, and says which case it is for. */
  readonly reference: string;
  /** What the payer reads it is for. */
  readonly purpose: string;
  /** Where the browser goes afterwards, paid or not. */
  readonly returnUrl: string;
  /** Where the provider tells that something became of it. */
  readonly notifyUrl: string;
}

export interface CreatedPayment {
  readonly id: string;
  /** Of the provider: the page on which it is paid. */
  readonly payUrl: string;
}

export type PaymentState =
  | { readonly state: 'open' | 'failed' }
  | {
      readonly state: 'paid';
      readonly amountCents: number;
      readonly reference: string;
      readonly paidOn: LocalDate;
    };

/** The provider gave no usable answer: try again later. */
export class ProviderUnavailable extends Error {
  override readonly name = 'ProviderUnavailable';
}

/**
 * A service that takes citizens' payments (ePayBL, a bank's, …). What it tells by itself is only a hint: the state is always
 * asked for, so that nothing is believed that the provider doesn't say when it is asked.
 */
export interface PaymentProvider {
  /** Shown to citizens before they are sent there. */
  readonly name: string;
  /** @throws ProviderUnavailable */
  create(wanted: WantedPayment): Promise<CreatedPayment>;
  /** undefined: it knows no such payment. @throws ProviderUnavailable */
  stateOf(id: string): Promise<PaymentState | undefined>;
  /** The payment a notification is about; undefined: it isn't the provider's, or not of now. */
  readNotification(
    body: Uint8Array,
    header: (name: string) => string | undefined,
  ): { readonly id: string } | undefined;
}
