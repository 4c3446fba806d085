import type { Case } from '@amtsstube/shared/domain/case';
import { creditorReference } from '@amtsstube/shared/domain/fees/creditor-reference';
import { type FeeSums, openCents, overpaidCents } from '@amtsstube/shared/domain/fees/fee';
import { daysBetween, type LocalDate, localDateOf } from '@amtsstube/shared/domain/time';
import { foldGerman } from '@amtsstube/shared/search/fold-german';

/** A case whose fee somebody has to look after. */
export interface ListedFee {
  readonly caseRecord: Case;
  readonly fee: FeeSums;
  /** undefined: the case has no file reference yet. */
  readonly reference: string | undefined;
  readonly open: number;
  readonly overpaid: number;
  /** Calendar days since it was charged. */
  readonly age: number;
}

/** Fees of which something is open, or too much was paid; those due longest ago first. */
export function listedFees(cases: Iterable<Case>, today: LocalDate): readonly ListedFee[] {
  const listed: ListedFee[] = [];
  for (const caseRecord of cases) {
    const { fee } = caseRecord;
    if (fee === undefined) continue;
    const [open, overpaid] = [openCents(fee), overpaidCents(fee)];
    if (open === 0 && overpaid === 0) continue;
    const reference = creditorReference(caseRecord.fileReference);
    listed.push({
      caseRecord,
      fee,
      reference,
      open,
      overpaid,
      age: daysBetween(localDateOf(fee.chargedAt), today),
    });
  }
  return listed.sort((a, b) => (a.fee.dueOn < b.fee.dueOn ? -1 : a.fee.dueOn > b.fee.dueOn ? 1 : 0));
}

/** Those whose references or name hold what was typed, however it is spaced. */
export function searchFees(fees: readonly ListedFee[], query: string): readonly ListedFee[] {
  const wanted = foldGerman(query).replaceAll(/[^\p{L}\p{N}]/gu, '');
  if (wanted === '') return fees;
  return fees.filter(({ caseRecord, reference = '' }) =>
    [reference, caseRecord.fileReference, caseRecord.applicantName].some((text) =>
      foldGerman(text)
        .replaceAll(/[^\p{L}\p{N}]/gu, '')
        .includes(wanted),
    ),
  );
}
