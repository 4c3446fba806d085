import { type FeeSums, openCents } from './fee.ts';

/** In cents. What was paid too much is in `paid`, until it is given back. */
export interface FeeTotals {
  readonly charged: number;
  readonly paid: number;
  readonly waived: number;
  readonly open: number;
}

export const noFees: FeeTotals = { charged: 0, paid: 0, waived: 0, open: 0 };

/** One more fee, as it stands today. */
export function withFee(totals: FeeTotals, fee: FeeSums): FeeTotals {
  return {
    charged: totals.charged + fee.amountCents,
    paid: totals.paid + fee.paidCents,
    waived: totals.waived + Math.min(fee.waivedCents, fee.amountCents),
    open: totals.open + openCents(fee),
  };
}

/** Several months, or services, together. */
export function sumOfFees(all: Iterable<FeeTotals>): FeeTotals {
  let sum = noFees;
  for (const { charged, paid, waived, open } of all)
    sum = {
      charged: sum.charged + charged,
      paid: sum.paid + paid,
      waived: sum.waived + waived,
      open: sum.open + open,
    };
  return sum;
}
