import type { Case } from '@amtsstube/shared/domain/case';
import type { DecisionKind } from '@amtsstube/shared/domain/decision';
import type { FeeSums } from '@amtsstube/shared/domain/fees/fee';
import type { Fee } from '@amtsstube/shared/domain/service-description';
import { instantOf } from '@amtsstube/shared/domain/time';
import { z } from '@amtsstube/shared/domain/zod';
import { useMemo } from 'react';
import { useFormDraft } from '../../../ui/use-form-draft.ts';
import { useToday } from '../../../ui/use-today.ts';
import { type FeeProblems, initialFee, type NewFee, readFee, type TypedFee } from './fee-form.ts';
import { useUsualFee } from './use-usual-fee.ts';

const chosen = z.object({
  isCharged: z.boolean(),
  typed: z.object({ amount: z.string(), due: z.string(), reason: z.string() }),
});

export interface FeeChoice {
  readonly isCharged: boolean;
  readonly typed: TypedFee;
  readonly usual: Fee | undefined;
  /** What the decision charges; undefined: nothing, or not yet what can be charged. */
  readonly fee: NewFee | undefined;
  /** What is to be paid once it is decided: of it the letter has its slip. */
  readonly after: FeeSums | undefined;
  /** None: it can be decided. */
  readonly problems: FeeProblems | undefined;
  change(changed: { readonly isCharged?: boolean; readonly typed?: TypedFee }): void;
  clear(): void;
}

/**
 * What a decision charges while it is being made: kept as everything that is typed. Where the service costs one confirmed
 * amount, what is granted costs it unless the clerk says otherwise.
 */
export function useFeeChoice(openCase: Case, kind: DecisionKind | undefined): FeeChoice {
  const today = useToday();
  const usual = useUsualFee(openCase.serviceId);
  const [kept, setKept] = useFormDraft(`decision-fee/${openCase.id}`, chosen);
  const isCharged = openCase.fee === undefined && (kept?.isCharged ?? isDue(usual, kind));
  const typed = useMemo(
    () => kept?.typed ?? initialFee(openCase, usual, today),
    [kept, openCase, usual, today],
  );
  const read = useMemo(
    () => (isCharged ? readFee(typed, openCase, usual, today) : undefined),
    [isCharged, typed, openCase, usual, today],
  );
  const fee = read && 'fee' in read ? read.fee : undefined;
  const after = useMemo(() => (fee ? chargedNow(fee) : openCase.fee), [fee, openCase.fee]);
  return {
    isCharged,
    typed,
    usual,
    fee,
    after,
    problems: read && 'problems' in read ? read.problems : undefined,
    change: (changed) => setKept({ isCharged, typed, ...changed }),
    clear: () => setKept(undefined),
  };
}

function isDue(usual: Fee | undefined, kind: DecisionKind | undefined): boolean {
  if (usual === undefined || (kind !== 'approved' && kind !== 'partly')) return false;
  return !usual.isExample && usual.toCents > 0 && usual.fromCents === usual.toCents;
}

/** Of the letter's slip only amount and day count. */
function chargedNow({ amountCents, dueOn }: NewFee): FeeSums {
  return { amountCents, dueOn, chargedAt: instantOf(0), waivedCents: 0, paidCents: 0 };
}
